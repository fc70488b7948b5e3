import ArgumentParser
import Feeds
import Receivers

/// `foreland decode klv`: raw KLV, or the metadata of a transport stream, to packets.
struct DecodeKLV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "klv",
    abstract: "Decode MISB KLV: the metadata of a drone's video (ST 0601, ST 0102), raw or in a transport stream.",
    discussion: """
      One JSON object a packet goes to standard output, what was refused and why to standard error. The exit status is 0 \
      when it is done, 1 when a file cannot be read or holds no packet, 2 for wrong usage.
      """)

  @Argument(help: "Files to read, in this order; - or nothing is standard input.")
  var files: [String] = ["-"]

  @Flag(
    help: """
      Refuse packets whose checksum is missing or wrong; without it they are printed with a member "checksum" that says \
      so, when their items fill them exactly.
      """)
  var strict = false

  @Flag(help: "Print the table of items, with number, name and unit, and read nothing.")
  var items = false

  func run() throws {
    if items {
      for item in UASItem.table { print("\(item.number)\t\(item.name)\t\(item.unit)") }
      return
    }
    var limits = KLVDecoder.Limits()
    limits.handsOnDoubtful = !strict
    let writer = KLVWriter()
    try decodeFiles(files) { file, buffer in
      var decoder = KLVDecoder(limits: limits)
      let failure = readAll(of: file) { chunk in
        decoder.consume(chunk) { packet in
          writer.write(packet, to: &buffer)
          buffer.flush(from: outputFlushBytes)
        }
      }
      let isUnread = failure != nil && decoder.diagnostics.bytes == 0
      decoder.finish { writer.write($0, to: &buffer) }
      return DecodeOutcome(
        failure: failure, records: decoder.diagnostics.packets, report: isUnread ? nil : report(on: decoder),
        nothing: "no packet of the UAS Datalink Local Set")
    }
  }

  /// What was read and what was refused, as a small table.
  private func report(on decoder: KLVDecoder) -> String {
    let diagnostics = decoder.diagnostics
    var text = "\(diagnostics.bytes) bytes, "
    if decoder.input == .transportStream {
      text += "\(diagnostics.transportPackets) transport packets, \(diagnostics.streams) streams of metadata, "
    }
    text += "\(diagnostics.packets) packets, \(diagnostics.otherSets) other sets, "
    text += "\(diagnostics.refusals.total - diagnostics.doubtful) refused"
    text += diagnostics.doubtful > 0 ? ", \(diagnostics.doubtful) of the packets doubtful\n" : "\n"
    text += table(of: diagnostics.refusals) { reason in
      !strict && [.badChecksum, .missingChecksum].contains(reason) ? " (packet printed, and marked)" : ""
    }
    if diagnostics.otherBytes > 0 { text += tableRow(diagnostics.otherBytes, "bytes outside packets") }
    if diagnostics.unreadableItems > 0 { text += tableRow(diagnostics.unreadableItems, "items that cannot be read") }
    for (number, count) in diagnostics.unknownItems.sorted(by: { $0.key < $1.key }) {
      text += tableRow(count, "items of the unknown number \(number)")
    }
    if diagnostics.otherUnknownItems > 0 {
      text += tableRow(diagnostics.otherUnknownItems, "items of further unknown numbers")
    }
    return text
  }
}
