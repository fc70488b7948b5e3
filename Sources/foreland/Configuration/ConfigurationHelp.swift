/// The settings in words: for the terminal, and for `docs/configuration.md`.
enum ConfigurationHelp {
  static let abstract = "Every setting of the desk: its flag, its variable, its line in a file."

  static let rules = """
    Each setting can be given as a flag of `foreland serve`, as a variable of the environment, or as a line of the file that \
    --configuration or \(SettingTable.fileVariable) names. A flag counts before the environment, the environment before \
    the file, the file before the default. `foreland serve --print-configuration` prints what holds and where it comes from.

    A file has a line `name = value` for each setting; `#` begins a remark. A value that holds a `#` after a blank stands \
    between double quotes, in which \\" is a quote and \\\\ a backslash. A name that is not in this list is refused with \
    its line. A setting that may be given several times has a line each in a file, and is separated by \
    `\(Configuration.separator)` in the environment; wherever it is given, it replaces what comes after in precedence.
    """

  /// The whole for a terminal.
  static var text: String {
    let settings = SettingTable.all.map { setting in
      """
        \(setting.name) = \(setting.form)\(setting.repeats ? "   (may be repeated)" : "")
            \(plain(setting.meaning))
            flag \(setting.flag), variable \(setting.variable); default: \(plain(usual(setting)))
      """
    }
    return rules + "\n\n" + settings.joined(separator: "\n\n")
  }

  /// The table of `docs/configuration.md`.
  static var markdown: String {
    let head = ["| file and flag | environment | value | meaning | default |", "|---|---|---|---|---|"]
    let rows = SettingTable.all.map { setting in
      let repeats = setting.repeats ? " May be repeated." : ""
      let form = setting.form.replacing("|", with: " or ")
      return
        "| `\(setting.name)` | `\(setting.variable)` | `\(form)` | \(setting.meaning)\(repeats) | \(usual(setting)) |"
    }
    return (head + rows).joined(separator: "\n") + "\n"
  }

  private static func usual(_ setting: Setting) -> String {
    setting.usualWords ?? setting.usual.map { "`\($0)`" } ?? "none"
  }

  private static func plain(_ text: String) -> String { text.replacing("`", with: "") }
}
