// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.VenueId;

/** Lines on standard output: for people in Beijing time, for programs a document each. */
final class SpokenLog implements Log {
  private final Session session;
  private final VenueId venue;

  SpokenLog(Session session, VenueId venue) {
    this.session = session;
    this.venue = venue;
  }

  @Override
  public void say(Line line) {
    if (session.isForPrograms()) {
      Map<String, String> document = new TreeMap<>();
      document.put("at", line.at().toString());
      document.put("event", line.event());
      document.put("subject", line.subject());
      document.put("venue", venue.value());
      document.put("zh", line.zh());
      document.put("en", line.en());
      session.document(document);
      return;
    }
    session.line(
        BeijingTime.text(line.at())
            + "  "
            + venue
            + "  "
            + session.language().of(line.zh(), line.en()));
  }
}
