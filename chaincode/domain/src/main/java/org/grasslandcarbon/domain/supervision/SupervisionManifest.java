// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Who is related to whom, and the cases of those who supervise. */
public final class SupervisionManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "relation",
                  "关联关系",
                  "Relations between participants",
                  () -> List.of(Verb.of("record", RecordRelation.TYPE).on("participant"))),
              Noun.of(
                  "supervision-case",
                  "监管案件",
                  "Cases of supervision",
                  () ->
                      List.of(
                          Verb.of("open", OpenSupervisionCase.TYPE),
                          Verb.of("note", NoteSupervisionCase.TYPE).on("supervisionCase"),
                          Verb.of("close", CloseSupervisionCase.TYPE).on("supervisionCase")))),
          () -> List.of(Relation.TYPE, SupervisionCase.TYPE));

  private SupervisionManifest() {}
}
