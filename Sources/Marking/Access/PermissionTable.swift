/// Which role may do what with which kind of object, and for which purposes.
///
/// The two tables are text so that an officer can read and check them; a test reads every cell.
public enum PermissionTable {
  /// One letter an act: **S**ee, **A**ppend, **C**orrect, close (**X**), **O**verride, **G**rade, **D**isclose, **E**xport,
  /// **I**nspect, erase (**Z**), ad**M**inister. A point is nothing.
  public static let acts = """
    role                  picture log  incident report entity investigation caseFile referral statistics record people account feeds ledger
    watchOfficer          SE      SACE SACXE    .      .      .             .        .        S          .      .      SCM     S     .
    seniorOfficer         SE      SACE SACXODE  .      .      .             .        .        S          .      .      SCM     S     .
    intelligenceOfficer   S       SAC  SA       SACGDE SACE   SA            .        S        S          .      .      SCM     S     .
    analyst               SE      SAC  S        SAGE   SACE   SACE          S        S        SE         .      .      SCM     S     .
    caseOfficer           S       SAC  S        SE     SE     SACXDE        SACXDE   S        S          .      .      SCM     S     .
    referralOfficer       .       SA   .        S      S      .             .        SACXDE   S          .      .      SCM     .     .
    statistician          .       .    S        .      .      .             .        S        SACXDE     .      .      SCM     .     .
    liaisonOfficer        S       SAC  S        SD     S      .             .        S        S          .      .      SCM     S     .
    dataProtectionOfficer S       SI   SI       SIZE   SIZE   SIZ           SIZ      SI       SI         SIE    SI     SCM     S     SIZ
    engineer              .       .    .        .      .      .             .        .        .          .      .      SCM     SM    SEM
    administrator         .       .    .        .      .      .             .        .        .          .      SACXM  SCM     SM    S
    """

  /// A cross where the role works for the purpose.
  public static let purposes = """
    role                  searchAndRescue maritimeSafety borderSecurity investigation onlineReferral statistics oversight administration exerciseTraining
    watchOfficer          x               x              x              .             .              .          .         x              x
    seniorOfficer         x               x              x              .             .              .          .         x              x
    intelligenceOfficer   .               .              x              x             .              .          .         x              x
    analyst               .               .              x              x             .              x          .         x              x
    caseOfficer           .               .              .              x             .              .          .         x              x
    referralOfficer       .               .              .              .             x              .          .         x              x
    statistician          .               .              .              .             .              x          .         x              x
    liaisonOfficer        x               x              x              x             .              .          .         x              x
    dataProtectionOfficer .               .              .              .             .              .          x         x              x
    engineer              .               .              .              .             .              .          .         x              x
    administrator         .               .              .              .             .              .          .         x              x
    """

  /// The letter that stands for an act in the table.
  public static func letter(of act: Act) -> Character {
    switch act {
    case .see: "S"
    case .append: "A"
    case .correct: "C"
    case .close: "X"
    case .override: "O"
    case .grade: "G"
    case .disclose: "D"
    case .export: "E"
    case .inspect: "I"
    case .erase: "Z"
    case .administer: "M"
    }
  }

  /// Whether the role may do this with this kind of object.
  public static func grants(_ act: Act, on kind: ObjectKind, to role: Role) -> Bool {
    actCells[role]?[kind.rawValue]?.contains(letter(of: act)) ?? false
  }

  /// Whether the role works for the purpose.
  public static func grants(_ purpose: Purpose, to role: Role) -> Bool {
    purposeCells[role]?[purpose.rawValue]?.contains("x") ?? false
  }

  private static let actCells = cells(of: acts)
  private static let purposeCells = cells(of: purposes)

  /// The cells of a table by role and column; a row or cell that is not there grants nothing.
  private static func cells(of table: String) -> [Role: [String: Set<Character>]] {
    let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard let columns = rows.first?.dropFirst() else { return [:] }
    var cells = [Role: [String: Set<Character>]]()
    for row in rows.dropFirst() {
      guard let name = row.first, let role = Role(rawValue: name) else { continue }
      cells[role] = Dictionary(
        zip(columns, row.dropFirst().map { Set($0) }), uniquingKeysWith: { first, _ in first })
    }
    return cells
  }
}
