import Foundation

/// What a store does with its files beside SQLite, handed in so that a test can bring a disk of its own.
public struct StoreFiles: Sendable {
  /// How many bytes a file has; nil when there is none.
  public var size: @Sendable (_ path: String) -> Int64?

  /// Makes an empty file that only its owner may read, and its folder; a file that is there stays as it is.
  public var create: @Sendable (_ path: String) throws -> Void

  /// Takes the lock by which one process at a time writes to a store, and returns what lets it go.
  public var lock: @Sendable (_ path: String) throws -> @Sendable () -> Void

  /// Opens the file that says how many entries had become durable; nil where none is kept.
  public var headMark: @Sendable (_ path: String) -> HeadMark?

  /// Makes the files of a store from what is done with each.
  public init(
    size: @escaping @Sendable (_ path: String) -> Int64?,
    create: @escaping @Sendable (_ path: String) throws -> Void,
    lock: @escaping @Sendable (_ path: String) throws -> @Sendable () -> Void,
    headMark: @escaping @Sendable (_ path: String) -> HeadMark? = { _ in nil }
  ) {
    self.headMark = headMark
    self.size = size
    self.create = create
    self.lock = lock
  }

  /// Whether there is a file.
  func exists(_ path: String) -> Bool { size(path) != nil }

  /// The machine's own files.
  public static let system = StoreFiles(
    size: { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return attributes.map { ($0[.size] as? Int64) ?? Int64($0[.size] as? Int ?? 0) }
    },
    create: { path in try SQLiteFile.create(path: path) },
    lock: { path in
      let lock = try StoreLock(path: path)
      return { lock.release() }
    },
    headMark: { HeadMark(path: $0) })
}
