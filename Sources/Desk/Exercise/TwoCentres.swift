import Exercise
public import Foundation
import Ledger
import Operations

/// Two desks of one exercise, one a centre, joined over TLS in which both show a certificate.
public enum TwoCentres {
  /// The short codes of the two.
  static let codes = (home: "DOVER", other: "GRIS-NEZ")
  /// How many days their certificates last.
  static let certificateDays = 30

  /// What is served for the second centre, and how the first is changed so that both are joined.
  ///
  /// - Parameters:
  ///   - home: the desk of the trainee's centre.
  ///   - folder: where certificates and the two lists of partners are written; made when it is not there.
  /// - Returns: the options of both desks. The second listens on the next port.
  /// - Throws: `ServeFailure`, in words, and `LedgerError` when a store cannot be opened.
  public static func join(_ home: ServeOptions, in folder: URL) async throws -> (
    home: ServeOptions, other: ServeOptions
  ) {
    guard var plan = home.exercise else { throw ServeFailure("Two centres are made for an exercise alone.") }
    guard home.port > 0, home.port <= 65_532 else {
      throw ServeFailure("Two centres need a port of their own each: name one with --listen, up to 65532.")
    }
    try make(folder)
    var (first, second) = (home, home)
    plan.start = plan.start ?? Surroundings.live.now()
    first.exercise = plan
    plan.centre = .other
    second.exercise = plan
    second.port = home.port + 1
    second.store = StoreLocation(path: folder.appendingPathComponent("other.sqlite").path)
    second.feeds = []
    let keys = (try await key(of: first.store), try await key(of: second.store))
    first.link = try link(codes.home, port: home.port + 2, in: folder)
    second.link = try link(codes.other, port: home.port + 3, in: folder)
    try declare(codes.other, port: home.port + 3, key: keys.1, to: codes.home, in: folder)
    try declare(codes.home, port: home.port + 2, key: keys.0, to: codes.other, in: folder)
    return (first, second)
  }

  private static func make(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ServeFailure("\(folder.path) cannot be made: \(error.localizedDescription)")
    }
  }

  /// The key by which the other centre knows a ledger; a store that is not there yet is made.
  private static func key(of store: StoreLocation) async throws -> String {
    let (centre, _) = try await DeskServer.open(store, .live)
    let key = centre.ledger.reader.verifierKey
    try await centre.close()
    return key
  }

  private static func link(_ code: String, port: Int, in folder: URL) throws -> LinkOptions {
    let files = TLSFiles(
      certificate: folder.appendingPathComponent("\(code).pem").path,
      key: folder.appendingPathComponent("\(code).key").path)
    try certify(code, files)
    var link = LinkOptions()
    link.centre = code
    link.listen = ("127.0.0.1", port)
    link.tls = files
    link.partners = folder.appendingPathComponent("partners-\(code).json").path
    return link
  }

  /// Makes a certificate that signs itself, with the openssl of the machine.
  private static func certify(_ name: String, _ files: TLSFiles) throws {
    guard !FileManager.default.fileExists(atPath: files.certificate) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
      "/CN=EXERCISE \(name)", "-days", "\(certificateDays)", "-keyout", files.key, "-out", files.certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try? process.run()
    if process.isRunning { process.waitUntilExit() }
    guard FileManager.default.fileExists(atPath: files.certificate) else {
      throw ServeFailure("Two centres need openssl, which makes their certificates: install it, such as by apt.")
    }
  }

  private struct Line: Encodable {
    var code: String
    var name: String
    var url: String
    var certificates: String
    var key: String
    var agency: String
    var nation: String
  }

  /// Writes the list in which one centre declares the other as its partner.
  private static func declare(_ code: String, port: Int, key: String, to other: String, in folder: URL) throws {
    let nation = code == codes.home ? "GB" : "FR"
    let line = Line(
      code: code, name: "EXERCISE \(code)", url: "https://127.0.0.1:\(port)", certificates: "\(code).pem", key: key,
      agency: "centre", nation: nation)
    let file = folder.appendingPathComponent("partners-\(other).json")
    do {
      try JSONEncoder().encode([line]).write(to: file)
    } catch {
      throw ServeFailure("\(file.path) cannot be written: \(error.localizedDescription)")
    }
  }
}
