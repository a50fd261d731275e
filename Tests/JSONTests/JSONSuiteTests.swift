import Foundation
import JSON
import Testing
import Values

@Suite("JSONTestSuite: agreement with other parsers", .enabled(if: JSONSuite.exists, "no shared data here"))
struct JSONSuiteTests {
  /// What the suite leaves open, decided: true is taken. Numbers keep their bytes, whatever their size;
  /// what is no Unicode text is refused.
  static let decided = [
    "i_number_huge_exp": true,
    "i_number_neg_int_huge_exp": true,
    "i_number_pos_double_huge_exp": true,
    "i_number_real_underflow": true,
    "i_string_1st_surrogate_but_2nd_missing": false,
    "i_string_UTF-16LE_with_BOM": false,
    "i_string_UTF8_surrogate_U+D800": false,
    "i_string_incomplete_surrogate_and_escape_valid": false,
    "i_string_incomplete_surrogate_pair": false,
    "i_string_incomplete_surrogates_escape_valid": false,
    "i_string_invalid_lonely_surrogate": false,
    "i_string_invalid_surrogate": false,
    "i_string_iso_latin_1": false,
    "i_string_lone_second_surrogate": false,
    "i_string_lone_utf8_continuation_byte": false,
    "i_string_not_in_unicode_range": false,
    "i_string_overlong_sequence_6_bytes_null": false,
    "i_string_truncated-utf-8": false,
    "i_string_utf16LE_no_BOM": false,
  ]

  @Test(arguments: JSONSuite.files) func `a text is taken or refused as the suite says`(_ file: String) throws
  {
    let bytes = [UInt8](try Data(contentsOf: JSONSuite.folder.appending(path: file)))
    let name = file.replacing("test_parsing__", with: "").replacing(".json", with: "")
    let isTaken =
      name.hasPrefix("y_") ? true : name.hasPrefix("n_") ? false : try #require(Self.decided[name] as Bool?)
    let wasTaken: Bool
    do throws(PacketError) {
      _ = try JSONDocument(bytes, limits: .standard)
      wasTaken = true
    } catch {
      wasTaken = false
      #expect(error.place?.bytes != nil)
    }
    #expect(wasTaken == isTaken)
  }

  @Test func `all of the suite is there`() { #expect(JSONSuite.files.count == 196) }
}

enum JSONSuite {
  static let folder: URL = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["CHARTGATE_SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared")
    return shared.appending(path: "data/json-suite")
  }()
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  static var exists: Bool { !files.isEmpty }
}
