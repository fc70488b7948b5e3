import ArgumentParser
import Desk
import Foundation
import Testing

@testable import foreland

@Suite("Configuration by flag, environment and file")
struct ConfigurationTests {
  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "foreland-\(UUID().uuidString).conf").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func aFlagCountsBeforeTheEnvironmentBeforeTheFileBeforeTheDefault() throws {
    let path = try file("listen = 127.0.0.3:3\nlog-level = debug\nshare = /file\nstore = \"/srv/a # b/\"  # ours\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let configuration = try Configuration(
      flags: ["listen": ["127.0.0.1:1"]], file: path,
      environment: ["FORELAND_LISTEN": "127.0.0.2:2", "FORELAND_LOG_LEVEL": "error", "PATH": "/bin"])
    #expect(configuration.values["listen"] == .init(texts: ["127.0.0.1:1"], origin: .flag))
    #expect(configuration.values["log-level"] == .init(texts: ["error"], origin: .environment("FORELAND_LOG_LEVEL")))
    #expect(configuration.values["share"] == .init(texts: ["/file"], origin: .file(path, line: 3)))
    #expect(configuration[SettingTable.store] == "/srv/a # b/")
    #expect(configuration.values["behind-tls"] == .init(texts: ["no"], origin: .usual))
    #expect(configuration.values["keys"] == nil)
    #expect(configuration.warnings.isEmpty)
  }

  @Test func theEnvironmentNamesAFileAndAFlagAnother() throws {
    let first = try file("share = first")
    let second = try file("share = second")
    defer { for path in [first, second] { try? FileManager.default.removeItem(atPath: path) } }
    let environment = [SettingTable.fileVariable: first]
    #expect(try Configuration(flags: [:], environment: environment)[SettingTable.share] == "first")
    #expect(try Configuration(flags: [:], file: second, environment: environment)[SettingTable.share] == "second")
    #expect(throws: ConfigurationFault.self) { try Configuration(flags: [:], file: "/none.conf", environment: [:]) }
  }

  @Test func whatRepeatsReplacesAsAWhole() throws {
    let path = try file("feed = a=file:/x\nfeed = b=file:/y\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try Configuration(flags: [:], file: path, environment: [:]).all(SettingTable.feed).count == 2)
    let environment = ["FORELAND_FEED": "c=file:/z;d=file:/w"]
    let both = try Configuration(flags: [:], file: path, environment: environment)
    #expect(both.all(SettingTable.feed) == ["c=file:/z", "d=file:/w"])
    let flagged = try Configuration(flags: ["feed": ["e=-"]], file: path, environment: environment)
    #expect(flagged.all(SettingTable.feed) == ["e=-"])
  }

  @Test(arguments: [
    ("\n# x\nlisen = 1:1", "line 3: there is no setting \"lisen\"; did you mean listen?"),
    ("colour = red", "line 1: there is no setting \"colour\"."),
    ("listen", "line 1: this is not `name = value`."),
    ("listen = ", "line 1: listen has no value."),
    ("listen = \"a", "line 1: the quoted value does not end."),
    ("listen = \"a\" b", "line 1: something follows the quoted value."),
    ("listen = \"a\\n\"", "line 1: a backslash stands only before a quote or a backslash."),
    ("listen = a\"b", "line 1: a quote stands in a value without quotes."),
    ("listen = a\u{7}", "line 1: there is a control character in the value."),
    ("share = a\nshare = b", "line 2: share is set twice."),
    ("behind-tls = maybe", "line 1: behind-tls is yes or no."),
    ("log-level = loud", "line 1: log-level is one of trace"),
  ])
  func aLineThatIsNotUnderstoodIsRefusedWithItsNumber(text: String, complaint: String) throws {
    let fault = #expect(throws: ConfigurationFault.self) { try ConfigurationFile(text: text, path: "/etc/f.conf") }
    #expect(fault?.description.hasPrefix("/etc/f.conf, \(complaint)") == true, "\(fault?.description ?? "")")
  }

  @Test func aWrongValueNamesItsPlace() throws {
    let fault = #expect(throws: ConfigurationFault.self) {
      try Configuration(flags: [:], environment: ["FORELAND_BEHIND_TLS": "on"])
    }
    #expect(fault?.description == "behind-tls is yes or no (environment FORELAND_BEHIND_TLS).")
    let path = try file("store = s\nlisten = 8080")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let options = #expect(throws: ConfigurationFault.self) {
      try ServeOptions(Configuration(flags: [:], file: path, environment: [:]))
    }
    #expect(options?.description == "listen takes HOST:PORT, such as 127.0.0.1:8080 (\(path), line 2).")
    #expect(throws: ConfigurationFault.self) { try ServeOptions(Configuration(flags: [:], environment: [:])) }
  }

  @Test func aVariableThatSetsNothingIsSaid() throws {
    let environment = ["FORELAND_LISEN": "x", "FORELAND_DATA": "/d"]
    let configuration = try Configuration(flags: [:], environment: environment)
    #expect(
      configuration.warnings == ["The environment variable FORELAND_LISEN sets nothing; did you mean FORELAND_LISTEN?"])
  }

  @Test func whatIsPrintedCanBeReadAgain() throws {
    let flags = ["store": ["/srv/\"odd\" \\ # name/"], "feed": ["a=file:/x", "b=-"]]
    let printed = try Configuration(flags: flags, environment: [:]).text
    let path = try file(printed)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let again = try Configuration(flags: [:], file: path, environment: [:])
    #expect(again[SettingTable.store] == "/srv/\"odd\" \\ # name/")
    #expect(again.all(SettingTable.feed) == ["a=file:/x", "b=-"])
    #expect(printed.contains("# keys is not set") && printed.contains("listen = \"127.0.0.1:8080\"  # default"))
  }

  @Test func theHelpAndEveryFlagComeFromTheTable() throws {
    let help = ServeCommand.helpMessage(columns: 400)
    let topic = ConfigurationCommand.helpMessage(columns: 4000)
    for setting in SettingTable.all {
      #expect(help.contains(setting.flag), "\(setting.name)")
      #expect(help.contains(setting.meaning.replacing("`", with: "")), "\(setting.name)")
      #expect(topic.contains(setting.variable), "\(setting.name)")
      // The flag must reach the value of this name and no other.
      let value = setting.usual ?? "x=y"
      let words = setting.kind == .choice ? [setting.flag] : [setting.flag, value]
      let place = try DeskPlace.parse(words)
      #expect(place.flags.filter { !$0.value.isEmpty }.keys.sorted() == [setting.name])
    }
    #expect(Set(SettingTable.all.map(\.name)).count == SettingTable.all.count)
  }

  @Test func theDocumentationIsTheTable() throws {
    let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/configuration.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains(ConfigurationHelp.markdown), "renew it with `foreland configuration --markdown`")
  }
}
