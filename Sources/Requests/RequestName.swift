/// In which form a request's file is, as its name says (DESIGN.md §2, "Ready").
package enum RequestName: Sendable, CaseIterable {
  case xml, json

  /// `request.xml`, `request.json` and the flat `<name>.request.xml` or `.json`, in letters of either case;
  /// nil for other names.
  package init?(fileName: [UInt8]) {
    let lower = fileName.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func ends(_ name: String) -> Bool {
      lower.elementsEqual(name.utf8)
        || lower.count > name.utf8.count + 1
          && lower.suffix(name.utf8.count + 1).elementsEqual(".\(name)".utf8)
    }
    if ends("request.xml") {
      self = .xml
    } else if ends("request.json") {
      self = .json
    } else {
      return nil
    }
  }
}
