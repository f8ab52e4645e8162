// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.WholeList;
import org.grasslandcarbon.cli.market.MarketDefaults;
import org.grasslandcarbon.cli.market.Named;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.views.MarketViews;

/** The venue that an exchange means: the one that it names, or the only one that it has. */
final class OwnVenue {
  private OwnVenue() {}

  /** Anybody could watch another's venue and be refused when there is something to do. */
  private static VenueId mustBeOwn(VenueId venue, ParticipantId signer) {
    if (!venue.exchange().equals(signer)) {
      throw new UsageException(
          venue + " 属于 " + venue.exchange() + "，签名者为 " + signer + "；请用该交易机构的密钥。",
          venue
              + " is "
              + venue.exchange()
              + "'s and the signer is "
              + signer
              + ": use its exchange's key.");
    }
    return venue;
  }

  static VenueId of(String given, Session session) {
    ParticipantId signer = session.signer().participant();
    if (given != null) {
      return mustBeOwn(Named.venue(given), signer);
    }
    String own = signer + "-";
    List<String> found =
        WholeList.of(session.publicReads(), MarketViews.VENUES).stream()
            .map(each -> each.path("id").asString(""))
            .filter(id -> id.startsWith(own))
            .toList();
    return new VenueId(
        MarketDefaults.only(found, "--venue", "签名者的交易场所", "venues are the signer's"));
  }
}
