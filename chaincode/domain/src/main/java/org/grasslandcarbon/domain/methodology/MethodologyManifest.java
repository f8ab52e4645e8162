// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Methodologies. */
public final class MethodologyManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "methodology",
                  "方法学",
                  "Methodologies",
                  () ->
                      List.of(
                          Verb.of("publish", PublishMethodology.TYPE),
                          Verb.of("withdraw", WithdrawMethodology.TYPE).on("version")))),
          () -> List.of(Methodology.TYPE));

  private MethodologyManifest() {}
}
