/// The style of the sheets: served to browsers as a file, written into the sheets that are kept.
enum PaperStyle {
  static let text: HTML = """
    @page { size: A4 landscape; margin: 9mm 10mm 11mm; @bottom-right { content: counter(page) " / " counter(pages); \
    font: 8pt sans-serif; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 277mm; color: #000; background: #fff; font: 8.5pt/1.3 "DejaVu Sans", sans-serif; }
    .sheet { width: 100%; border-collapse: collapse; }
    .sheet > thead > tr > td, .sheet > tfoot > tr > td, .sheet > tbody > tr > td { padding: 0; }
    .band { display: flex; justify-content: space-between; margin: 0; padding: 1mm 0; font-size: 9pt; }
    .head { border-bottom: 0.5mm solid #000; margin-bottom: 2mm; }
    .foot { border-top: 0.5mm solid #000; margin-top: 2mm; }
    .chart { display: block; width: 100%; max-height: 160mm; break-after: page; }
    h2 { font-size: 11pt; margin: 4mm 0 1mm; break-after: avoid; }
    ul { margin: 0; padding-left: 6mm; font-weight: bold; }
    .rows { width: 100%; border-collapse: collapse; }
    .rows th, .rows td { border: 0.2mm solid #888; padding: 0.6mm 1mm; text-align: left; vertical-align: top; }
    .rows tr { break-inside: avoid; }
    .rows .text { width: 50%; white-space: pre-wrap; overflow-wrap: anywhere; }
    """

  static let link: HTML = "<link rel=\"stylesheet\" href=\"/paper.css\">"
  static let within: HTML = "<style>\(text)</style>"
}
