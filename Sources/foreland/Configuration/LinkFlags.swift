import ArgumentParser
import Desk
import Foundation

/// The settings of links between centres, as flags.
struct LinkFlags: ParsableArguments {
  @Option(help: DeskPlace.help(SettingTable.centre))
  var centre: String?

  @Option(help: DeskPlace.help(SettingTable.partners))
  var partners: String?

  @Option(help: DeskPlace.help(SettingTable.linkListen))
  var linkListen: String?

  @Option(help: DeskPlace.help(SettingTable.linkCertificate))
  var linkCertificate: String?

  @Option(help: DeskPlace.help(SettingTable.linkKey))
  var linkKey: String?

  /// What the command line says, by the names of the table.
  var flags: [(Setting, String?)] {
    [
      (SettingTable.centre, centre), (SettingTable.partners, partners), (SettingTable.linkListen, linkListen),
      (SettingTable.linkCertificate, linkCertificate), (SettingTable.linkKey, linkKey),
    ]
  }
}

extension LinkOptions {
  /// What the settings say of links.
  init(_ configuration: Configuration) throws {
    self.init()
    centre = configuration[SettingTable.centre]
    partners = configuration[SettingTable.partners]
    if let text = configuration[SettingTable.linkListen] {
      guard let address = ServeOptions.address(text) else {
        throw configuration.fault(SettingTable.linkListen, "takes HOST:PORT, such as 0.0.0.0:8444")
      }
      listen = address
    }
    switch (configuration[SettingTable.linkCertificate], configuration[SettingTable.linkKey]) {
    case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
    case (nil, nil): tls = nil
    case (_?, nil): throw configuration.fault(SettingTable.linkCertificate, "needs its key: name --link-key too")
    case (nil, _?):
      throw configuration.fault(SettingTable.linkKey, "needs its certificate: name --link-certificate too")
    }
  }
}

extension ServeOptions {
  /// A host and a port, of which the host may stand in brackets; nil when the text is not both.
  static func address(_ text: String) -> (host: String, port: Int)? {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]),
      colon > text.startIndex
    else { return nil }
    return (text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]")), Int(port))
  }
}
