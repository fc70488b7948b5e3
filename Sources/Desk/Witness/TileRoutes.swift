import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Operations

/// The tree of the ledger for any verifier (C2SP `tlog-tiles`, with the prefix `/tlog`): the latest checkpoint with its
/// cosignatures, and tiles of hashes. Entries are not served.
///
/// It needs no sign-in, and is there only when the desk is told to publish.
extension Desk {
  func addTileRoutes(to router: Router<DeskContext>) {
    router.get("tlog/checkpoint") { _, _ in
      guard transparency.publishesTiles, let checkpoint = try centre.ledger.reader.publishedCheckpoint() else {
        throw DeskError(.notFound)
      }
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-cache"],
        body: .init(byteBuffer: ByteBuffer(string: checkpoint.note)))
    }
    router.get("tlog/tile/**") { _, context in
      let reader = centre.ledger.reader
      guard transparency.publishesTiles, let path = TilePath(elements: context.parameters.getCatchAll()),
        let size = try reader.publishedCheckpoint()?.size, let bytes = try reader.tile(path, size: size)
      else { throw DeskError(.notFound) }
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/octet-stream", .cacheControl: "public, max-age=31536000, immutable",
        ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
}
