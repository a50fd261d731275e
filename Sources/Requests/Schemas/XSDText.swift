/// The XML Schema as it is published, made from the fields: request-1.xsd, with which libxml2 checks.
///
/// It is made here and not embedded as bytes: the compiler needs 4 s, optimizing 7 s, for an array literal
/// of 51 KB. A test keeps the published file the same.
package enum XSDText {
  package static let bytes = Array(text.utf8)

  private static var text: String {
    var lines = [head]
    for group in FieldLister.groups(of: Request.self) {
      lines += ["", "  <xs:complexType name=\"\(group.name)\">"]
      lines += documentation(group.about, "    ")
      lines.append("    <xs:sequence>")
      for field in group.fields { lines += element(field) }
      lines += ["    </xs:sequence>", "  </xs:complexType>"]
    }
    return (lines + [values, "</xs:schema>", ""]).joined(separator: "\n")
  }

  private static func element(_ field: FieldLister.Field) -> [String] {
    var open = "      <xs:element name=\"\(field.name)\""
    var words: [String] = []
    switch field.content {
    case .group(let name): open += " type=\"\(name)\""
    case .value(.word(let closed)): words = closed
    case .value(let shape): open += " type=\"\(typeName(shape))\""
    }
    if !field.isRequired { open += " minOccurs=\"0\"" }
    if field.isList { open += " maxOccurs=\"unbounded\"" }
    var lines = [open + ">"] + documentation(field.about, "        ")
    if !words.isEmpty {
      lines += ["        <xs:simpleType>", "          <xs:restriction base=\"xs:token\">"]
      lines += words.map { "            <xs:enumeration value=\"\($0)\"/>" }
      lines += ["          </xs:restriction>", "        </xs:simpleType>"]
    }
    return lines + ["      </xs:element>"]
  }

  private static func documentation(_ text: String, _ indent: String) -> [String] {
    [
      "\(indent)<xs:annotation>", "\(indent)  <xs:documentation>\(text)</xs:documentation>",
      "\(indent)</xs:annotation>",
    ]
  }

  private static func typeName(_ shape: FieldShape) -> String {
    switch shape {
    case .text: "text"
    case .code: "code"
    case .path: "path"
    case .day: "day"
    case .instant: "instant"
    case .digest: "digest"
    case .flag: "flag"
    case .count: "count"
    case .dollars: "dollars"
    case .threeWay: "threeWay"
    case .word: "word"
    }
  }

  private static let head = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:chartgate:request:1"
      targetNamespace="urn:chartgate:request:1" elementFormDefault="qualified" version="1">
      <xs:annotation>
        <xs:documentation xml:lang="en">
          A request for a patient's records, as it is dropped into an inbox of Chartgate. Version 1.

          A packet is a folder with this file at its root, named request.xml, and the files that it lists:
          the records, which may be released, and the papers, which prove the right to them. In its flat
          form the request is NAME.request.xml and lies beside the files that it lists. The same request may
          be written in JSON instead (request.json, request-1.schema.json): the names are the same.

          How it is written:
          - A group of fields is an element with elements. There are no attributes, and no DOCTYPE.
          - A list is its element repeated: three records are three elements "records", one after the other.
            The element bears the list's name, as in JSON; there is no element around them.
          - Elements stand in the order of this schema.
          - Only "id" must be there, "path" in each record and paper, "family" in a name and "value" in an
            identifier. What is not known is left out; an empty element is no value. Whether a missing field
            matters is judged by the rules of the release, and told in their findings.
          - Texts are kept as they stand, space and line breaks too. Around all other values space is ignored.
          - The file is UTF-8 or UTF-16.

          What this schema cannot say, and Chartgate checks: each file is listed once, as a record or as a
          paper.

          The least that a patient's request for the own record needs to be judged:

            <![CDATA[
            <request xmlns="urn:chartgate:request:1">
              <id>2026-000123</id>
              <received>2026-03-02T09:15:00-05:00</received>
              <patient>
                <identifiers><system>urn:oid:2.16.840.1.113883.19.5</system><value>100234</value></identifiers>
                <names><family>Example</family><given>Alma</given></names>
                <birthDate>1971-04-02</birthDate>
              </patient>
              <requester>
                <kind>patient</kind>
                <identity><method>photo-id</method><checkedOn>2026-03-02</checkedOn></identity>
              </requester>
              <purpose><code>PATRQT</code></purpose>
              <recipient><id>patient</id></recipient>
              <scope><whole>true</whole></scope>
              <delivery><channel>portal</channel></delivery>
              <records><path>records/summary.xml</path><mediaType>application/cda+xml</mediaType></records>
            </request>
            ]]>
        </xs:documentation>
      </xs:annotation>

      <xs:element name="request" type="Request"/>
    """#

  private static let values = #"""

      <xs:simpleType name="text">
        <xs:annotation>
          <xs:documentation>Any text that is not blank, kept as it stands.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:string">
          <xs:pattern value="\s*\S[\s\S]*"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="code">
        <xs:annotation>
          <xs:documentation>1 to 200 printable ASCII characters without space.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:token">
          <xs:pattern value="[!-~]+"/>
          <xs:maxLength value="200"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="path">
        <xs:annotation>
          <xs:documentation>The place of a file, relative to the packet's folder: plain names with one slash between them; no "." or "..", no backslash, no control character.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:string">
          <xs:pattern value="\#(name)(/\#(name))*"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="day">
        <xs:annotation>
          <xs:documentation>A day of the calendar as YYYY-MM-DD, without a zone.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:date">
          <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="instant">
        <xs:annotation>
          <xs:documentation>A time with its zone (RFC 3339): 2026-03-02T09:15:00-05:00, or with Z for UTC.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:dateTime">
          <xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+\-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="digest">
        <xs:annotation>
          <xs:documentation>SHA-256 as 64 hexadecimal digits.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:hexBinary">
          <xs:length value="32"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="flag">
        <xs:annotation>
          <xs:documentation>true or false; not 1 or 0.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:boolean">
          <xs:pattern value="true|false"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="count">
        <xs:annotation>
          <xs:documentation>A whole number from 0 to 999999999999999, in digits.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:nonNegativeInteger">
          <xs:pattern value="0|[1-9][0-9]{0,14}"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="dollars">
        <xs:annotation>
          <xs:documentation>US dollars, with cents in two digits or without: 6.50.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:decimal">
          <xs:pattern value="(0|[1-9][0-9]{0,6})(\.[0-9]{2})?"/>
        </xs:restriction>
      </xs:simpleType>

      <xs:simpleType name="threeWay">
        <xs:annotation>
          <xs:documentation>true, false or unknown.</xs:documentation>
        </xs:annotation>
        <xs:restriction base="xs:token">
          <xs:enumeration value="true"/>
          <xs:enumeration value="false"/>
          <xs:enumeration value="unknown"/>
        </xs:restriction>
      </xs:simpleType>
    """#

  /// A name that is neither `.` nor `..`.
  private static let name =
    "([^/\\\\.\(controls)][^/\\\\\(controls)]*|\\.[^/\\\\.\(controls)][^/\\\\\(controls)]*|\\.\\.[^/\\\\\(controls)]+)"
  private static let controls = #"\t\n\r&#x7F;"#
}
