package import Marking

/// Who acts, under which purpose and by which means; every command and question carries one.
package struct Acting: Sendable, Hashable {
  /// The person, as the rules see them.
  package let viewer: Viewer
  /// The lawful purpose that was stated.
  package let purpose: Purpose
  /// How the person came in.
  package let means: Means

  package init(viewer: Viewer, purpose: Purpose, means: Means) {
    self.viewer = viewer
    self.purpose = purpose
    self.means = means
  }

  /// How a person came in.
  package enum Means: Sendable, Hashable {
    /// Through a session of the desk, by its public identifier.
    case session(String)
    /// With a bearer token, by its public identifier.
    case token(String)
    /// At the console of the machine that holds the store.
    case console

    /// Whether a program acts and no person sees what it does.
    var isProgram: Bool {
      if case .session = self { false } else { true }
    }

    /// One word for the whole, under which consultations are counted.
    package var text: String {
      switch self {
      case .session(let id): "session:\(id)"
      case .token(let id): "token:\(id)"
      case .console: "console"
      }
    }
  }
}

extension Acting {
  /// Whoever holds the machine: the commands of the terminal act so, and the record says so.
  package static func console(agency: String) -> Acting {
    Acting(
      viewer: Viewer(
        name: SystemActor.console, agency: agency, nation: SystemActor.nation, roles: [.administrator, .engineer],
        clearance: Clearance(classification: .official)),
      purpose: .administration, means: .console)
  }
}

extension Acting {
  /// The same with the purpose under which this act goes without saying, when the stated one does not reach it:
  /// someone who keeps accounts or reads the record does so to administer or to oversee, whatever was stated for the
  /// picture.
  func settled(for act: Act, on kind: ObjectKind, exercise: Bool) -> Acting {
    let plain = Protected(
      kind: kind, marking: .official.marked(exercise: exercise), ownerAgency: nil, side: kind.side)
    let purposes = [purpose] + kind.plainPurposes
    let reaching = purposes.first { decide(viewer, act, plain, for: $0).isPermitted }
    return Acting(viewer: viewer, purpose: reaching ?? purpose, means: means)
  }
}

/// The names in the record that are nobody's sign-in name.
enum SystemActor {
  /// Whoever holds the machine.
  static let console = "console"
  /// The program itself: a failed sign-in, an idle session.
  static let centre = "centre"
  /// The nation of both, which no rule about their objects asks for.
  static let nation = "GB"
  /// Names that no person may have.
  static let reserved: Set<String> = [console, centre, "desk", "system", "nobody", "anonymous", "unknown"]
}
