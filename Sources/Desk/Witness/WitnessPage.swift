import Foundation
import Geodesy
import Ledger
import Operations

/// The page of witnessing: this ledger's latest checkpoint and who cosigned it, what was cosigned for others, and every
/// history that did not hold together.
struct WitnessPage {
  var frame: Frame
  var book: WitnessBook
  var checkpoint: (size: Int64, note: String)?
  var cosignatures: [(witness: String, seconds: Int64)]
  var logs: [NoteVerifier]
  var witnesses: [NoteVerifier]

  private var strings: Strings { frame.strings }

  var document: HTML {
    Layout.plain(
      frame, title: "witness.title",
      main: """
        <div class="page-head"><h1>\(strings["witness.title"])</h1></div>
        <p class="lead">\(strings["witness.intro"])</p>
        \(alarms)
        <h2>\(strings["witness.own"])</h2>
        \(own)
        <h2>\(strings["witness.others"])</h2>
        \(others)
        """)
  }

  /// What must be looked into, before everything else.
  private var alarms: HTML {
    let forks = book.forks.map { fork -> HTML in
      let values = [
        "origin": fork.origin, "size": "\(fork.size)", "known": "\(fork.knownSize)", "time": fork.recorded.iso8601,
      ]
      return """
        <section class="notice notice-danger" role="alert">
        <p><strong>\(strings(fork.isProved ? "witness.fork.proved" : "witness.fork.open", values))</strong></p>
        <p><a href="/record/\(fork.sequence)">\(strings("witness.entry", ["sequence": "\(fork.sequence)"]))</a></p>
        <pre class="code" tabindex="0">\(fork.known ?? "")</pre><pre class="code" tabindex="0">\(fork.offered)</pre></section>
        """
    }
    let disagreements = book.disagreements.map { objection -> HTML in
      let values = [
        "witness": objection.witness, "size": "\(objection.size)", "theirs": objection.theirSize.map { "\($0)" } ?? "?",
        "time": objection.recorded.iso8601,
      ]
      return """
        <section class="notice notice-danger" role="alert">
        <p><strong>\(strings("witness.disagreed.\(objection.status)", values))</strong></p></section>
        """
    }
    return "\(disagreements)\(forks)"
  }

  private var own: HTML {
    guard let checkpoint else { return "<p>\(strings["witness.none"])</p>" }
    let rows = witnesses.map { key -> HTML in
      let seconds = cosignatures.first { $0.witness == key.name }?.seconds
      let time = seconds.map { Instant(millisecondsSince1970: $0 * 1000).iso8601 } ?? strings["witness.waiting"]
      return "<tr><td class=\"code\">\(key.name)</td><td>\(time)</td></tr>"
    }
    return """
      <pre class="code" tabindex="0">\(checkpoint.note)</pre>
      <table class="list"><caption>\(strings["witness.cosigned"])</caption>
      <thead><tr><th scope="col">\(strings["witness.witness"])</th><th scope="col">\(strings["witness.when"])</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private var others: HTML {
    if logs.isEmpty { return "<p>\(strings["witness.noOthers"])</p>" }
    let rows = logs.map { key -> HTML in
      let known = book.cosigned.first { $0.origin == key.name }
      return """
        <tr><td class="code">\(key.name)</td><td>\(known.map { "\($0.size)" } ?? "0")</td>
        <td>\(known?.recorded.iso8601 ?? strings["witness.waiting"])</td></tr>
        """
    }
    return """
      <table class="list"><caption>\(strings["witness.others"])</caption>
      <thead><tr><th scope="col">\(strings["witness.ledger"])</th><th scope="col">\(strings["witness.size"])</th>
      <th scope="col">\(strings["witness.when"])</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }
}
