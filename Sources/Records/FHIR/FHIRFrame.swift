internal import JSON

/// An object or array that is open while a document is read.
struct FHIRFrame {
  enum Role { case element, resource, entry }

  /// The node after the last one within.
  let end: Int
  /// Of an array, that of its elements.
  let element: FHIRElement
  let isArray: Bool
  var role = Role.element
  var unit: Int
  var resource: Int
  /// Of a Bundle's entry, the string of its fullUrl; 0 when there is none.
  var fullUrl = 0
  /// Whether it is a member of a resource, or an element of a member that is an array.
  var isTopLevel = false
  var isInContained = false
  /// Within it codings are security labels.
  var holdsLabels = false
  /// Which elements within it tell days of service.
  var days = FHIRDays.noRow
  var isNarrative = false
  var isAttachment = false
  var isSocialSecurity = false
  /// The text of the concept whose codings these are; 0 when there is none.
  var conceptText = 0
  /// How many elements of the array were read.
  var position = 0

  init(_ element: FHIRElement, end: Int, isArray: Bool, within holder: FHIRFrame?) {
    (self.element, self.end, self.isArray) = (element, end, isArray)
    unit = holder?.unit ?? 0
    resource = holder?.resource ?? -1
    isInContained = holder?.isInContained ?? false
    holdsLabels = holder?.holdsLabels ?? false
    guard let holder else { return }
    days = FHIRDays.row(within: element, of: holder.days)
    isTopLevel = holder.isArray ? holder.isTopLevel : holder.role == .resource
    switch element.name {
    case .security: if holder.element.name == .meta { holdsLabels = true }
    case .securityLabel: if isTopLevel { holdsLabels = true }
    case .coding: conceptText = holder.conceptText
    default: break
    }
  }
}

/// The members of an object that tell what it is; 0 where there is no such member.
struct FHIRShape {
  private(set) var resourceType = 0
  private(set) var resource = 0
  private(set) var id = 0
  private(set) var fullUrl = 0
  private(set) var coding = 0
  private(set) var code = 0
  private(set) var system = 0
  private(set) var display = 0
  private(set) var value = 0
  private(set) var unit = 0
  private(set) var text = 0
  private(set) var reference = 0
  private(set) var identifier = 0
  private(set) var url = 0
  private(set) var data = 0
  private(set) var contentType = 0
  /// Members beside `text`, `id` and extensions.
  private(set) var others = 0

  init(_ object: Int, _ document: JSONDocument, _ elementOf: (Int) -> FHIRElement) {
    let end = document.subtreeEnd(object)
    var child = object + 1
    while child < end {
      take(child, elementOf(child).name, document)
      child = document.subtreeEnd(child)
    }
  }

  private mutating func take(_ child: Int, _ name: FHIRElement.Name, _ document: JSONDocument) {
    let kind = document.kind(child)
    switch name {
    case .text where kind == .string:
      text = child
      return
    case .extension: return
    case .id:
      if kind == .string { id = child }
      return
    case .resource: if kind == .object { resource = child }
    case .coding: coding = child
    case .identifier: if kind == .object { identifier = child }
    case .value: value = child
    case .unit: unit = child
    case .code where kind == .string: code = child
    case .contentType where kind == .string: contentType = child
    case .data where kind == .string, .valueBase64Binary where kind == .string: data = child
    case .display where kind == .string: display = child
    case .fullUrl where kind == .string: fullUrl = child
    case .reference where kind == .string: reference = child
    case .resourceType where kind == .string: resourceType = child
    case .system where kind == .string: system = child
    case .url where kind == .string: url = child
    default: break
    }
    others += 1
  }
}
