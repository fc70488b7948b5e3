import Foundation
import NIOSSL
import Testing

@testable import Desk

/// Certificates that sign themselves, made for a test with the openssl that the machine has.
struct Certificates {
  let files: TLSFiles
  let identity: TLSIdentity
  let certificate: NIOSSLCertificate

  init(_ name: String, in folder: URL) throws {
    files = TLSFiles(
      certificate: folder.appending(path: "\(name).pem").path, key: folder.appending(path: "\(name).key").path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
      "/CN=\(name)",
      "-days", "30", "-keyout", files.key, "-out", files.certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl makes the certificates of this test")
    identity = try TLSIdentity.load(files)
    certificate = try #require(try NIOSSLCertificate.fromPEMFile(files.certificate).first)
  }
}
