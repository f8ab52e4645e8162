// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** What markets take of credits, and what was used of it. */
public final class OffsetManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "offset-rule",
                  "抵销规则",
                  "Offset rules",
                  () -> List.of(Verb.of("publish", PublishOffsetRule.TYPE).on("market"))),
              Noun.of(
                  "obligation",
                  "履约基数",
                  "Obligations",
                  () -> List.of(Verb.of("record", RecordObligation.TYPE).on("enterprise")))),
          () ->
              List.of(
                  OffsetMarket.TYPE,
                  OffsetRule.TYPE,
                  Obligation.TYPE,
                  OffsetUse.TYPE,
                  MarketOffsetUse.TYPE));

  private OffsetManifest() {}
}
