import ArgumentParser
import Desk
import Foundation
import Geodesy
import Ledger

/// `foreland doctor`: what is missing here, in words.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is missing on this machine; exit 1 if anything needed is.")

  @Option(help: "The folder with the desk's scripts, the fetched libraries and the chart.")
  var share: String?

  @Option(help: "A store to look at as well.")
  var store: String?

  @Option(help: "The key store, where it does not lie beside the store.")
  var keys: String?

  @Option(help: "The certificate that the desk is to show.")
  var tlsCertificate: String?

  @Option(help: "The certificate's private key.")
  var tlsKey: String?

  /// Free room below which a desk should not be started, in bytes.
  static let leastFreeBytes: Int64 = 1 << 30

  func run() throws {
    var gaps = ShareFolder.gaps(in: ShareFolder.find(named: share, environment: ProcessInfo.processInfo.environment))
    gaps += clock() + room() + storeGaps() + certificate()
    if gaps.isEmpty {
      print("Nothing is missing.")
      return
    }
    for gap in gaps { print(gap) }
    throw ExitCode(1)
  }

  private func clock() -> [String] {
    Date().timeIntervalSince1970 > 1_767_225_600
      ? [] : ["The machine's clock stands before 2026: set it before a watch relies on it."]
  }

  private func certificate() -> [String] {
    guard tlsCertificate != nil || tlsKey != nil else { return [] }
    guard let tlsCertificate, let tlsKey else { return ["--tls-certificate and --tls-key go together: name both."] }
    do {
      let identity = try TLSIdentity.load(TLSFiles(certificate: tlsCertificate, key: tlsKey))
      let now = Instant(millisecondsSince1970: Int64(Date().timeIntervalSince1970 * 1000))
      return [identity.trouble(at: now), openKey(tlsKey)].compactMap { $0 }
    } catch {
      return ["\(error)"]
    }
  }

  private func openKey(_ path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o007 != 0 else { return nil }
    return "Everyone on this machine can read the key \(path): take that away with chmod o= ."
  }

  private func room() -> [String] {
    let path = store.map { ($0 as NSString).deletingLastPathComponent } ?? "."
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path.isEmpty ? "." : path)
    guard let free = attributes?[.systemFreeSize] as? Int64, free < Self.leastFreeBytes else { return [] }
    return ["Less than 1 GiB is free where the store lies: make room."]
  }

  private func storeGaps() -> [String] {
    guard let store else { return [] }
    let location = StoreLocation(path: store, keys: keys)
    let files = FileManager.default
    guard files.fileExists(atPath: location.ledgerPath) else {
      return ["There is no store at \(location.ledgerPath); `foreland serve` makes one."]
    }
    guard files.fileExists(atPath: location.keysPath) else {
      return [
        "The key store \(location.keysPath) is missing: without it nothing sealed can be read. Name it with --keys."
      ]
    }
    return []
  }
}
