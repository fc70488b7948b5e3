import Exchange
import Foundation
import Ledger
import NIOSSL

/// A partner with where it is found and what it shows.
struct DeclaredPartner: Sendable {
  /// Where a partner is asked.
  struct Address: Sendable, Hashable {
    var host: String
    var port: Int
  }

  var partner: Partner
  /// What people call it.
  var name: String
  /// Nil for a partner that asks this desk and is not asked.
  var address: Address?
  /// The certificates that it may show, of which it shows one: two while one is being replaced.
  var certificates: [NIOSSLCertificate]
}

/// The file that declares partners: JSON, a list of `{"code", "name", "url", "certificates", "key", "agency", "nation"}`.
enum PartnerFile {
  private struct Line: Decodable {
    var code: String
    var name: String
    var url: String?
    var certificates: String
    var key: String
    var agency: String
    var nation: String
  }

  /// The largest file that is read, in bytes.
  static let largestBytes = 1 << 20
  /// The most certificates that one partner may show.
  static let mostCertificates = 8

  /// Reads the file, and the certificates that it names, whose paths begin at its folder.
  ///
  /// - Throws: `ServeFailure`, which says which partner is wrong and what to do.
  static func read(_ path: String, limits: LinkLimits = LinkLimits()) throws -> [DeclaredPartner] {
    let lines: [Line]
    do {
      let data = try bytes(path)
      lines = try JSONDecoder().decode([Line].self, from: Data(data))
    } catch let failure as ServeFailure {
      throw failure
    } catch {
      throw ServeFailure(
        "The partners in \(path) cannot be read: write a list of objects, each with code, name, url, certificates, key, "
          + "agency and nation.")
    }
    guard lines.count <= limits.partners else {
      throw ServeFailure("\(path) declares \(lines.count) partners; the limit partners is \(limits.partners).")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let declared = try lines.map { try declare($0, in: folder, of: path) }
    for names in [declared.map(\.partner.code), declared.map(\.partner.ledger)] where Set(names).count < names.count {
      throw ServeFailure("\(path) declares two partners with one code or one key.")
    }
    let shown = try declared.flatMap { try $0.certificates.map { try $0.toDERBytes() } }
    guard Set(shown).count == shown.count else {
      throw ServeFailure("\(path) gives one certificate to two partners: nobody could tell them apart.")
    }
    return declared
  }

  private static func declare(_ line: Line, in folder: URL, of path: String) throws -> DeclaredPartner {
    func wrong(_ what: String) -> ServeFailure { ServeFailure("The partner '\(line.code)' in \(path) \(what)") }
    guard Partner.isCode(line.code) else {
      throw wrong("has no code of 2 to 12 capital letters, digits and hyphens, a letter first.")
    }
    guard let key = NoteVerifier(text: line.key), key.algorithm == .ed25519 else {
      throw wrong("has no key of a ledger; the other desk prints it with `foreland ledger keys --store …`.")
    }
    guard line.nation.utf8.count == 2, line.nation.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      throw wrong("has no nation of two capital letters, such as FR.")
    }
    guard !line.agency.isEmpty, !line.name.isEmpty else { throw wrong("has no agency or no name.") }
    let file = URL(fileURLWithPath: line.certificates, relativeTo: folder).path
    guard let certificates = try? NIOSSLCertificate.fromPEMBytes(try bytes(file)), !certificates.isEmpty,
      certificates.count <= mostCertificates
    else {
      throw wrong("needs a file of 1 to \(mostCertificates) certificates in PEM, and \(file) is none.")
    }
    var address: DeclaredPartner.Address?
    if let url = line.url {
      guard let parts = URL(string: url), parts.scheme == "https", let host = parts.host(), !host.isEmpty,
        parts.path.isEmpty || parts.path == "/", parts.query == nil
      else { throw wrong("has a url that is not https://HOST:PORT.") }
      address = DeclaredPartner.Address(
        host: host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port: parts.port ?? 443)
    }
    return DeclaredPartner(
      partner: Partner(code: line.code, key: key, agency: line.agency, nation: line.nation), name: line.name,
      address: address, certificates: certificates)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: largestBytes + 1)
    else {
      throw ServeFailure("\(path) cannot be read: let the desk's user read it.")
    }
    guard data.count <= largestBytes else { throw ServeFailure("\(path) is larger than \(largestBytes) bytes.") }
    return [UInt8](data)
  }
}
