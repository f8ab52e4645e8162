// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Administrative divisions, and what is counted in them. */
public final class RegionManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "region",
                  "行政区划",
                  "Administrative divisions",
                  () -> List.of(Verb.of("publish", PublishRegions.TYPE)))),
          () -> List.of(Region.TYPE, CountingStart.TYPE, RegionTotals.TYPE));

  private RegionManifest() {}
}
