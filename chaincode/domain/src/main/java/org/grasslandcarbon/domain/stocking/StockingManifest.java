// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** The balance of grass and livestock. */
public final class StockingManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "stocking",
                  "草畜平衡",
                  "Balance of grass and livestock",
                  () -> List.of(Verb.of("record", RecordStocking.TYPE).on("project")))),
          () -> List.of(Stocking.TYPE));

  private StockingManifest() {}
}
