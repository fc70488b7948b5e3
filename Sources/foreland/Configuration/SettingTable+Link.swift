/// How a desk is joined to other centres.
extension SettingTable {
  static let centre = Setting(
    name: "centre", form: "CODE",
    meaning:
      "The centre's short code, by which its facts are told from those of other centres: 2 to 12 capital letters, digits and hyphens.",
    usualWords: "the code of its agency once it has partners, `LOCAL` before")
  static let partners = Setting(
    name: "partners", form: "FILE",
    meaning:
      "A file of JSON that declares the centres with which this one shares rescue: a list, each with code, name, url, certificates, key, agency and nation.",
    usualWords: "this centre stands alone")
  static let linkListen = Setting(
    name: "link-listen", form: "HOST:PORT",
    meaning: "The address on which partners are answered, over TLS in which both sides show a certificate.",
    usualWords: "partners are asked and not answered")
  static let linkCertificate = Setting(
    name: "link-certificate", form: "FILE", meaning: "The certificate that partners are shown, in PEM.",
    usualWords: "must be set with partners")
  static let linkKey = Setting(
    name: "link-key", form: "FILE", meaning: "Its private key, in PEM without a passphrase.",
    usualWords: "must be set with partners")

  static let link = [centre, partners, linkListen, linkCertificate, linkKey]
}
