package import Marking

extension Role {
  /// Reads a role as someone types it: `watchOfficer`, `watch-officer` or `watch officer`, in any case.
  package init?(typed: String) {
    let plain = Self.plain(typed)
    guard let role = Role.allCases.first(where: { Self.plain($0.rawValue) == plain }) else { return nil }
    self = role
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}

extension Clearance {
  /// Reads a clearance as someone types it: `OFFICIAL`, `OFFICIAL-SENSITIVE`, `SECRET` or `TOP SECRET` in any case,
  /// with hyphens for blanks if need be.
  package init?(typed: String) {
    switch typed.uppercased().map({ $0 == "-" || $0 == "_" ? " " : String($0) }).joined() {
    case "OFFICIAL": self.init(classification: .official, sensitive: false)
    case "OFFICIAL SENSITIVE": self.init(classification: .official, sensitive: true)
    case "SECRET": self.init(classification: .secret)
    case "TOP SECRET": self.init(classification: .topSecret)
    default: return nil
    }
  }

  /// The clearance in one line.
  package var text: String {
    let head = classification == .official && sensitive ? "OFFICIAL-SENSITIVE" : classification.rawValue
    return compartments.isEmpty ? head : head + " (" + compartments.sorted().joined(separator: ", ") + ")"
  }
}

extension Agency {
  /// The code that goes with an agency's name as typed: `Border Force` is `border-force`.
  ///
  /// - Returns: nil when nothing is left that can be a code.
  package static func code(typed: String) -> String? {
    let code = typed.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
    return isCode(code) ? code : nil
  }
}
