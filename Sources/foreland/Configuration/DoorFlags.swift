import ArgumentParser
import Desk

/// The settings of the doors, as flags.
struct DoorFlags: ParsableArguments {
  @Option(help: DeskPlace.help(SettingTable.tlsCertificate))
  var tlsCertificate: String?

  @Option(help: DeskPlace.help(SettingTable.tlsKey))
  var tlsKey: String?

  @Option(help: DeskPlace.help(SettingTable.oidcIssuer))
  var oidcIssuer: String?

  @Option(help: DeskPlace.help(SettingTable.oidcClient))
  var oidcClient: String?

  @Option(help: DeskPlace.help(SettingTable.oidcSecretFile))
  var oidcSecretFile: String?

  @Option(help: DeskPlace.help(SettingTable.oidcRedirectBase))
  var oidcRedirectBase: String?

  @Option(help: DeskPlace.help(SettingTable.logFormat))
  var logFormat: String?

  /// What the command line says, by the names of the table.
  var flags: [(Setting, String?)] {
    [
      (SettingTable.tlsCertificate, tlsCertificate), (SettingTable.tlsKey, tlsKey),
      (SettingTable.oidcIssuer, oidcIssuer), (SettingTable.oidcClient, oidcClient),
      (SettingTable.oidcSecretFile, oidcSecretFile), (SettingTable.oidcRedirectBase, oidcRedirectBase),
      (SettingTable.logFormat, logFormat),
    ]
  }
}

extension ServeOptions {
  /// Takes over what the settings say of the doors.
  mutating func takeDoors(_ configuration: Configuration) throws {
    switch (configuration[SettingTable.tlsCertificate], configuration[SettingTable.tlsKey]) {
    case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
    case (nil, nil): tls = nil
    case (_?, nil): throw configuration.fault(SettingTable.tlsCertificate, "needs its key: name --tls-key too")
    case (nil, _?):
      throw configuration.fault(SettingTable.tlsKey, "needs its certificate: name --tls-certificate too")
    }
    provider = try Self.provider(configuration)
  }

  private static func provider(_ configuration: Configuration) throws -> ProviderSettings? {
    guard let issuer = configuration[SettingTable.oidcIssuer] else { return nil }
    guard let client = configuration[SettingTable.oidcClient],
      let base = configuration[SettingTable.oidcRedirectBase]
    else {
      throw configuration.fault(SettingTable.oidcIssuer, "needs oidc-client and oidc-redirect-base beside it")
    }
    do {
      return try ProviderSettings(
        issuer: issuer, client: client, secretFile: configuration[SettingTable.oidcSecretFile], redirectBase: base)
    } catch {
      throw configuration.fault(SettingTable.oidcIssuer, "cannot be used: \(error)")
    }
  }
}
