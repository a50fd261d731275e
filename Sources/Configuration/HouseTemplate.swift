internal import Policy
internal import Values

/// The files of a new house, with the comments that an operator needs at the place where they are needed.
enum HouseTemplate {
  static func settings(_ site: Site, fixedDay: Day?) -> String {
    let trial =
      site.isTrial
      ? """
        # A trial house: it takes requests that are marked as samples, and everything that it makes says TRIAL.
        trial: true
      \(fixedDay.map { "  # Today, whatever the clock says; only a trial house may have this.\n  day: \($0)" }
        ?? "  # day: 2026-03-02   # a fixed today; only a trial house may have this")
      """
      : "  # trial: true       # take samples, and mark everything TRIAL; never in a house that releases"
    return """
      # Chartgate's configuration. Only `site` is needed; what is commented out is what holds without it.
      # After a change: chartgate check, then reload the service (folders, poll, metrics: restart it).
      # Every key with its range: Documentation/Configuration.md.

      site:
        name: \(quoted(site.name))
        # Other names and classes by which an authorization may call you ("any health care provider").
        alsoKnownAs: [\(site.alsoKnownAs.map(quoted).joined(separator: ", "))]
        # hospital, nursing-facility, home-health, part2-program, school-clinic or va
        kind: \(site.kind.rawValue)
        state: \(quoted(site.state))
        timeZone: \(site.timeZone)
      \(trial)

      # One entry for each EHR or desk that drops packets. To give an inbox to its group, see
      # Documentation/Operating.md, "Give an inbox to an EHR".
      sources:
        - id: main
          inbox: inbox/main
          # How long a packet without marker or digest list must lie still before it is taken.
          settle: 10s
          # The kinds of paper of which you trust this desk's transcription without looking at the paper.
          # For all others the packet waits until a person has laid paper and transcription side by side.
          believes: [authorization, legal-process, authority, evidence, assurance, other]

      # Between two looks into the inboxes.
      poll: 1s
      # How long a delivered packet's bytes are kept without a receipt.
      keep: 30d

      # folders:              # relative to this file; state must be on one volume
      #   state: state
      #   outbox: outbox
      #   receipts: receipts
      # mounts: [outbox/sftp] # shares: nothing is put there while .chartgate-mount is not on them; check tells
      # leaveOut: [cpt]       # terminologies that this site has no licence for; check names what is then not sought
      # poisonAfter: 3        # a packet that kills so many attempts is set aside
      # attemptLimit: 30m     # an attempt that takes longer is given up, and counts as one of those
      # workers: 2            # packets in hand at one time
      # stuckAfter: 1h        # a packet that stays incomplete so long is reported
      # freeFloor: 256MiB     # stays free on the state volume and in each outbox channel
      # bundlesPerChannel: 1000  # that may wait for a transfer job; 0 for no limit
      # metrics:              # Prometheus text; Documentation/Operating.md has the table
      #   file: /var/lib/prometheus/node-exporter/chartgate.prom
      #   socket: /run/chartgate/metrics.sock
      # limits:
      #   requestSize: 1MiB
      #   recordSize: 256MiB
      #   packetSize: 4GiB
      #   recordsPerPacket: 5000
      #   folderDepth: 8
      # wall:                 # what a worker, the process that looks into one packet, may use
      #   memory: 2GiB
      #   cpu: 600s
      #   time: 900s          # from question to answer; then it is ended
      #   output: 8GiB        # the longest file of a release
      #   without: []         # landlock, seccomp: run although the kernel has none of it

      """
  }

  /// A house that releases begins with nobody.
  static let recipients = """
    # Those to whom this house releases. A request names one by its id; an unknown one is held for a person.
    # The patient needs no entry. kinds: as in a request's requester.kind. channel: portal, sftp, direct,
    # encrypted-email, mail or fax; the bundle goes to outbox/CHANNEL/ID/.
    #
    #   - id: valley-clinic
    #     name: "Valley Clinic"
    #     kinds: [provider]
    #     channel: direct
    #     address: ["records@direct.valley-clinic.example"]
    #     validFrom: 2026-01-01
    #     validTo: 2026-12-31
    #     mayReceive: [HIV, SUD]   # of the protected categories only these; without it, what the law allows
    recipients: []

    """

  /// A trial house knows those whom the samples name; none of them exists.
  static let trialRecipients = """
    # Those to whom this house releases. A request names one by its id; an unknown one is held for a person.
    # The patient needs no entry. kinds: as in a request's requester.kind. channel: portal, sftp, direct,
    # encrypted-email, mail or fax; the bundle goes to outbox/CHANNEL/ID/.
    recipients:
      - id: lakeside-heart
        name: "Lakeside Heart Clinic"
        kinds: [provider]
        channel: direct
        address: ["records@direct.lakeside-heart.example"]
      - id: prairie-mutual
        name: "Prairie Mutual"
        kinds: [payer]
        channel: sftp
      - id: halvorsen-pike
        name: "Halvorsen & Pike"
        kinds: [attorney]
        channel: encrypted-email
        address: ["intake@halvorsen-pike.example"]
      - id: bask-merrow
        name: "Bask & Merrow"
        kinds: [attorney]
        channel: encrypted-email
        address: ["records@bask-merrow.example"]
      - id: northgate-disability
        name: "Northgate Disability"
        kinds: [life-insurer]
        channel: sftp
      - id: example-law
        name: "Castellan Law"
        kinds: [attorney]
        channel: sftp

    """

  /// A double-quoted scalar (YAML 1.2 §7.3.1).
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
