// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.util.List;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.market.MarketDefaults;
import org.grasslandcarbon.cli.market.Named;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.views.MarketViews;

/** The venue that an exchange means: the one that it names, or the only one that it has. */
final class OwnVenue {
  private OwnVenue() {}

  static VenueId of(String given, Session session) {
    if (given != null) {
      return Named.venue(given);
    }
    String own = session.signer().participant() + "-";
    List<String> found =
        MarketDefaults.all(session.publicReads(), MarketViews.VENUES).stream()
            .map(each -> each.path("id").asString(""))
            .filter(id -> id.startsWith(own))
            .toList();
    return new VenueId(
        MarketDefaults.only(found, "--venue", "签名者的交易场所", "venues are the signer's"));
  }
}
