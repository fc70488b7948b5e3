import ArgumentParser

/// `foreland configuration`, and `foreland help configuration`: what can be set.
struct ConfigurationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configuration", abstract: ConfigurationHelp.abstract, discussion: ConfigurationHelp.text)

  @Flag(help: "Print the settings as the table of docs/configuration.md.")
  var markdown = false

  func run() {
    print(markdown ? ConfigurationHelp.markdown : ConfigurationHelp.text)
  }
}
