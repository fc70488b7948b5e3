import Testing

@testable import Feeds

/// The tables of items are data: each can be read, and says nothing that the decoder cannot lay out.
struct AsterixTableTests {
  @Test func everyTableParsesAndStatesItsEdition() throws {
    let tables = try AsterixTables.all.map { try AsterixTable($0) }
    #expect(tables.map(\.category) == [10, 21, 34, 48, 62, 240])
    #expect(tables.map(\.edition) == ["1.1", "2.6", "1.29", "1.31", "1.20", "1.3"])
    let forms = try AsterixTable.forms(ofRegisters: AsterixTables.registers)
    #expect(forms.keys.sorted() == [0x40, 0x50, 0x60])
    #expect(AsterixTables.layouts.compactMap { $0?.category } == [10, 21, 34, 48, 62, 240])
  }

  /// Forms end at octets, values fit the reader's word, and the profile fits its field specification.
  @Test func everyFormCanBeLaidOut() throws {
    for text in AsterixTables.all {
      let table = try AsterixTable(text)
      #expect(table.profile.count <= AsterixLayout.specificationOctetsMost * 7)
      for case let item? in table.profile { check(item.form, "\(table.category)/\(item.number)") }
      let plan = AsterixPlan(table, registers: [:])
      for field in plan.fields where ![.ascii, .hexadecimal, .register].contains(field.kind) {
        #expect(Int(field.shift) + field.bits <= 64 && field.bits <= 56)
      }
    }
  }

  private func check(_ form: AsterixForm, _ name: String, moreBits: Int = 0) {
    switch form {
    case .element, .group: #expect(((form.bits ?? 1) + moreBits) % 8 == 0, "\(name)")
    case .extended(let runs):
      for run in runs { check(.group(run), name, moreBits: 1) }
    case .repetitive(let octets, let form): check(form, name, moreBits: octets == nil ? 1 : 0)
    case .compound(let parts):
      for case let part? in parts { check(part.form, "\(name)/\(part.name)") }
    case .explicit: break
    }
  }

  @Test func everyRoleOfAReportIsAField() throws {
    let known: Set = [
      "time", "range", "azimuth", "east", "north", "latitude", "longitude", "track", "code", "codeGarbled", "level",
      "levelGarbled", "address", "callSign", "speed", "course", "eastSpeed", "northSpeed",
    ]
    for text in AsterixTables.all {
      let table = try AsterixTable(text)
      #expect(known.isSuperset(of: table.roles.keys) && table.roles["time"] != nil)
      for name in table.roles.values.joined() + ["010/SAC", "010/SIC"] {
        #expect(AsterixField.named(name, of: table.category) != nil, "\(table.category): \(name)")
      }
    }
  }

  @Test(arguments: [
    "", "category 1", "category 001 edition 1.0\nprofile 010", "category 001 edition 1.0\nprofile 010\n010 (A:8 B:8",
    "category 001 edition 1.0\nprofile 010\n010 8 8", "category 001 edition 1.0\nprofile 010\n010 {A:7}",
    "category 001 edition 1.0\nprofile 010\n010 16u*1/2^8", "category 001 edition 1.0\nprofile 010\n010 8\n020 8",
    "category 001 edition 1.0\nprofile 010 010\n010 8", "category 001 edition 1.0\nprofile 010\n010",
  ])
  func aTableWithAFaultIsRefused(text: String) {
    #expect(throws: AsterixTableError.self) { try AsterixTable(text) }
  }
}
