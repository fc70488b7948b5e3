import Marking
import Testing

@Suite struct PermissionTableTests {
  /// Every role and column stands in the tables once, and every cell holds only signs that mean something.
  @Test func theTablesAreWhole() {
    let letters = Set(Act.allCases.map(PermissionTable.letter(of:)))
    #expect(letters.count == Act.allCases.count)
    for (table, columns, signs) in [
      (PermissionTable.acts, ObjectKind.allCases.map(\.rawValue), letters),
      (PermissionTable.purposes, Purpose.allCases.map(\.rawValue), ["x"]),
    ] {
      let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      #expect(rows[0] == ["role"] + columns)
      #expect(rows.dropFirst().map { $0[0] } == Role.allCases.map(\.rawValue))
      for row in rows.dropFirst() {
        #expect(row.count == rows[0].count, "\(row[0])")
        for cell in row.dropFirst() where cell != "." {
          #expect(Set(cell).isSubset(of: signs) && Set(cell).count == cell.count, "\(row[0]): \(cell)")
        }
      }
    }
  }

  @Test(arguments: [
    (Role.watchOfficer, Act.close, ObjectKind.incident, true), (.watchOfficer, .see, .report, false),
    (.engineer, .see, .picture, false), (.engineer, .erase, .ledger, false), (.engineer, .export, .ledger, true),
    (.administrator, .administer, .people, true), (.administrator, .see, .record, false),
    (.dataProtectionOfficer, .inspect, .record, true), (.statistician, .see, .entity, false),
    (.intelligenceOfficer, .grade, .report, true), (.caseOfficer, .disclose, .caseFile, true),
  ])
  func grants(role: Role, act: Act, kind: ObjectKind, granted: Bool) {
    #expect(PermissionTable.grants(act, on: kind, to: role) == granted)
  }

  @Test func everyoneKeepsTheirOwnAccount() {
    for role in Role.allCases {
      #expect(PermissionTable.grants(.see, on: .account, to: role))
      #expect(PermissionTable.grants(.administration, to: role))
    }
  }

  @Test func everyPurposeHasASideAndNoneIsShared() {
    #expect(Purpose.allCases.allSatisfy { $0.side != .shared })
    #expect(Set(Purpose.allCases.filter { $0.side == .rescue }) == [.searchAndRescue, .maritimeSafety])
    #expect(
      Set(Purpose.allCases.filter { $0.side == .lawEnforcement }) == [.borderSecurity, .investigation, .onlineReferral])
  }

  @Test(arguments: [
    ("see:picture", true), ("append:*", true), ("see", false), ("see:", false), ("look:log", false), ("see:a:b", false),
  ])
  func readsScopes(text: String, valid: Bool) {
    #expect((Scope(text: text) != nil) == valid)
    if valid { #expect(Scope(text: text)?.text == text) }
  }
}
