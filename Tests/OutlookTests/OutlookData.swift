import Foundation

/// The folder of public data that some tests read, or nil when it is not here.
enum OutlookData {
  static let folder: String? = {
    let path = ProcessInfo.processInfo.environment["FORELAND_DATA"] ?? "../shared/data"
    return FileManager.default.fileExists(atPath: path + "/flows") ? path + "/flows" : nil
  }()

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: (folder ?? "") + "/" + name)))
  }
}
