// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** The founding, and corrections of records of every type. */
public final class RegistryManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "correction",
                  "更正",
                  "Corrections of records",
                  () -> List.of(Verb.of("make", CorrectRecord.TYPE)))),
          () -> List.of(Founding.TYPE, Corrections.TYPE));

  private RegistryManifest() {}
}
