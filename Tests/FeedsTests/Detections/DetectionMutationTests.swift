import Testing

@testable import Feeds

struct DetectionMutationTests {
  private static let record =
    #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1.43,50.95]},"properties":{"time":1767225600,"id":"#
  private static let texts = [
    "time,lat,lon,class\n2026-01-01T00:00:00Z,50,1,\"a\nb\"\nx\"\n2026-01-01T00:00:00Z,51,1,c\n\"\n\n2026-01-01T00:00:00Z,51,1,d\n",
    record + "1}}\n" + record + "2\n" + record + "\"3}}\n" + record + "4}}\n]",
    "\u{FEFF} {\"features\":[" + record + "1}},x," + record + "2}}],\"value\":[" + record + "3}}]} " + record + "4}}",
  ]

  @Test(arguments: texts) func cuttingAnywhereChangesNothing(text: String) {
    let whole = decodeDetections(text)
    #expect(whole.found.count >= 2 && whole.diagnostics.refusals.total >= 1)
    for size in 1..<text.utf8.count { #expect(decodeDetections(text, cutEvery: size).rows == whole.rows, "\(size)") }
  }

  @Test func goodRecordsAmongDamagedOnes() {
    var numbers = SeededNumbers(state: 90)
    let template = Array((Self.record + "\"damaged\"}}").utf8)
    var input = Array((Self.record + "\"first\"}}\n").utf8)
    for index in 0..<10_000 {
      input += damagedCopy(template, &numbers).filter { $0 != 0x0A } + [0x0A]
      input += Array((Self.record + "\"g-\(index)\"}}\n").utf8)
    }
    let (found, rows, diagnostics) = decodeDetections(String(decoding: input, as: UTF8.self))
    let names = Set(found.compactMap(\.identifier))
    #expect((0..<10_000).allSatisfy { names.contains("g-\($0)") })
    #expect(diagnostics.refusals.total > 5_000 && rows.count == found.count + diagnostics.refusals.total)
  }

  @Test func goodRowsAmongDamagedOnes() {
    var numbers = SeededNumbers(state: 91)
    let template = Array("2026-01-01T00:00:00Z,50.95,1.43,\"boat, \"\"small\"\"\",damaged".utf8)
    var input = Array("time,lat,lon,class,id\n".utf8)
    for index in 0..<10_000 {
      input += damagedCopy(template, &numbers).filter { $0 != 0x0A } + [0x0A]
      input += Array("2026-01-01T00:00:00Z,50.95,1.43,boat,g-\(index)\n".utf8)
    }
    let (found, rows, diagnostics) = decodeDetections(String(decoding: input, as: UTF8.self))
    let names = Set(found.compactMap(\.identifier))
    // A quote that opens in one damaged row and closes in the next makes one row of all between them, as RFC 4180 has it:
    // what stands in quotes must never pass for a row.
    let lost = (0..<10_000).filter { !names.contains("g-\($0)") }
    #expect(lost.count < 200, "\(lost.count)")
    #expect(diagnostics.refusals.total > 3_000 && rows.count == found.count + diagnostics.refusals.total)
  }
}
