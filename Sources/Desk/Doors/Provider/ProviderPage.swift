import Operations

/// What someone sees who comes back from the provider.
enum ProviderPage {
  /// Signed in: the page goes on to the picture by itself.
  static func welcome(_ frame: Frame) -> HTML {
    let strings = frame.strings
    return Layout.plain(
      frame, title: "provider.welcome", narrow: true, head: "<meta http-equiv=\"refresh\" content=\"0; url=/picture\">",
      main: """
        <h1>\(strings["provider.welcome"])</h1>
        <p><a class="button primary" href="/picture">\(strings["provider.on"])</a></p>
        """)
  }

  /// Not signed in, and why.
  static func refusal(_ frame: Frame, _ refusal: IdentityRefusal, issuer: String) -> HTML {
    let strings = frame.strings
    let who: HTML =
      refusal.subject.map { subject -> HTML in
        """
        <p>\(strings["provider.ask"])</p><dl class="details">
        <dt>\(strings["provider.issuer"])</dt><dd>\(issuer)</dd>
        <dt>\(strings["provider.subject"])</dt><dd class="code">\(subject)</dd></dl>
        """
      } ?? .empty
    return Layout.plain(
      frame, title: "provider.refused", narrow: true,
      main: """
        <h1>\(strings["provider.refused"])</h1>
        <p class="notice notice-danger" role="alert">\(strings["provider.because.\(refusal.code.rawValue)"])</p>
        \(who)
        <p><a href="/sign-in">\(strings["provider.back"])</a></p>
        """)
  }
}
