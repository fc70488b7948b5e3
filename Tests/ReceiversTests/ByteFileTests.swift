import Foundation
import Testing

@testable import Receivers

struct ByteFileTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func readAll(_ path: String, chunkBytes: Int = 1000, unpackedBytesMost: Int64 = 1 << 30) throws -> [UInt8] {
    let file = try ByteFile(path: path, chunkBytes: chunkBytes, unpackedBytesMost: unpackedBytesMost)
    var bytes: [UInt8] = []
    while let chunk = try file.next() {
      #expect(chunk.count <= chunkBytes && !chunk.isEmpty)
      bytes += chunk
    }
    #expect(try file.next() == nil)
    return bytes
  }

  private var noise: [UInt8] {
    var state: UInt32 = 7
    return (0..<100_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 28) &+ 0x30
    }
  }

  @Test(arguments: [16, 17, 1000, 65_536, 1 << 20])
  func plainFilesComeAsTheyAre(chunkBytes: Int) throws {
    #expect(try readAll(folder.write(noise, to: "plain"), chunkBytes: chunkBytes) == noise)
  }

  @Test(arguments: [[UInt8](), [0x1F], [0x1F, 0x8C], [0x0A]])
  func shortFilesComeAsTheyAre(bytes: [UInt8]) throws {
    #expect(try readAll(folder.write(bytes, to: "short")) == bytes)
  }

  @Test(arguments: [16, 1000, 65_536, 1 << 20])
  func compressedFilesAreUnpackedInBoundedPieces(chunkBytes: Int) throws {
    let path = try folder.write(gzipped(noise), to: "packed.gz")
    #expect(try readAll(path, chunkBytes: chunkBytes) == noise)
  }

  @Test func severalMembersAndPaddingAreOneFile() throws {
    let bytes = gzipped(noise) + gzipped([]) + gzipped(Array("end\n".utf8)) + [UInt8](repeating: 0, count: 700)
    let path = try folder.write(bytes, to: "members.gz")
    #expect(try readAll(path) == noise + Array("end\n".utf8))
    #expect(try readAll(path, chunkBytes: 16) == noise + Array("end\n".utf8))
  }

  @Test func aBombIsStopped() throws {
    let path = try folder.write(gzipped([UInt8](repeating: 0x41, count: 5_000_000)), to: "bomb.gz")
    let failure = #expect(throws: FeedFailure.self) { try readAll(path, unpackedBytesMost: 1_000_000) }
    #expect(failure?.code == .limit)
  }

  @Test func damageIsNamedAfterWhatWasGood() throws {
    let packed = gzipped(noise)
    for bytes in [Array(packed.dropLast(9)), Array(packed[..<20]), packed + [1, 2, 3]] {
      let file = try ByteFile(path: folder.write(bytes, to: "damaged.gz"))
      let failure = #expect(throws: FeedFailure.self) { while try file.next() != nil {} }
      #expect(failure?.code == .damagedGzip)
    }
    for place in stride(from: 2, to: packed.count, by: 97) {
      var bytes = packed
      bytes[place] ^= 0x55
      let file = try ByteFile(path: folder.write(bytes, to: "damaged.gz"))
      do { while try file.next() != nil {} } catch { #expect(error.code == .damagedGzip) }
    }
  }

  @Test func whatCannotBeOpenedIsSaidInWords() throws {
    #expect(throws: FeedFailure.self) { try ByteFile(path: folder.path + "/none") }
    do { _ = try ByteFile(path: folder.path + "/none") } catch { #expect(error.code == .notFound) }
    do { _ = try ByteFile(path: folder.path) } catch { #expect(error.code == .readFailed) }
  }

  @Test func aNamedPipeIsReadToItsEnd() async throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let file = try ByteFile(path: pipe)
    let writer = open(pipe, O_WRONLY)
    #expect(write(writer, "abc", 3) == 3)
    #expect(try file.next().map(Array.init) == Array("abc".utf8))
    #expect(file.waitUntilReadable(milliseconds: 10) == false)
    close(writer)
    #expect(try file.next() == nil)
  }

  /// Wants an optimised build and a large file in the page cache.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FORELAND_MEASURE"] != nil))
  func speed() throws {
    let size = 1 << 30
    let block = [UInt8](repeating: 0x41, count: 1 << 20)
    let path = folder.path + "/large"
    _ = try folder.write([], to: "large")
    let handle = try #require(FileHandle(forWritingAtPath: path))
    for _ in 0..<(size / block.count) { handle.write(Data(block)) }
    try handle.close()
    var best = Duration.seconds(1000)
    for _ in 0..<3 {
      let file = try ByteFile(path: path)
      var total = 0
      best = min(best, try ContinuousClock().measure { while let chunk = try file.next() { total += chunk.count } })
      #expect(total == size)
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    print("plain file: \(Double(size) / seconds / 1e9) GB a second")
  }
}
