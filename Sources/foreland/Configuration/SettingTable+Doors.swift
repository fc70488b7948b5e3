/// How people and machines come in: what the desk shows them and what it writes down.
extension SettingTable {
  static let tlsCertificate = Setting(
    name: "tls-certificate", form: "FILE",
    meaning:
      "The certificate with its chain, in PEM: the desk then speaks TLS itself, with HTTP/2. A renewed file is taken over within a minute, or at once on SIGHUP.",
    usualWords: "no TLS")
  static let tlsKey = Setting(
    name: "tls-key", form: "FILE", meaning: "The certificate's private key, in PEM without a passphrase.",
    usualWords: "no TLS")

  static let oidcIssuer = Setting(
    name: "oidc-issuer", form: "URL",
    meaning: "The OpenID Connect provider through which people may sign in beside their accounts here.",
    usualWords: "accounts here alone")
  static let oidcClient = Setting(
    name: "oidc-client", form: "NAME", meaning: "The desk's client identifier at the provider.",
    usualWords: "must be set with an issuer")
  static let oidcSecretFile = Setting(
    name: "oidc-secret-file", form: "FILE", meaning: "The file that holds the desk's client secret at the provider.",
    usualWords: "a client without a secret")
  static let oidcRedirectBase = Setting(
    name: "oidc-redirect-base", form: "URL",
    meaning:
      "Where browsers reach the desk; the provider sends them back to `/sign-in/provider/callback` there.",
    usualWords: "must be set with an issuer")

  static let logFormat = Setting(
    name: "log-format", form: "text|json",
    meaning: "How the log is written: lines for people, or an object in JSON on each line.",
    kind: .word(["text", "json"]), usual: "text")

  static let doors = [tlsCertificate, tlsKey, oidcIssuer, oidcClient, oidcSecretFile, oidcRedirectBase, logFormat]
}
