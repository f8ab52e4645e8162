// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Projects, their land, comments, validation and renewals. */
public final class ProjectManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "project",
                  "项目",
                  "Projects",
                  () ->
                      List.of(
                          Verb.of("propose", ProposeProject.TYPE),
                          Verb.of("comment", CommentOnProject.TYPE).on("project"),
                          Verb.of("validate", ValidateProject.TYPE).on("project"),
                          Verb.of("register", RegisterProject.TYPE).on("project"),
                          Verb.of("deregister", DeregisterProject.TYPE).on("project"))),
              Noun.of(
                  "land",
                  "土地与边界",
                  "Land and boundaries",
                  () -> List.of(Verb.of("submit", SubmitBoundary.TYPE))),
              Noun.of(
                  "baseline",
                  "基准线证明",
                  "Evidence of baselines",
                  () -> List.of(Verb.of("record", RecordBaseline.TYPE).on("project"))),
              Noun.of(
                  "renewal",
                  "项目续期",
                  "Renewals of projects",
                  () ->
                      List.of(
                          Verb.of("propose", ProposeRenewal.TYPE).on("project"),
                          Verb.of("validate", ValidateRenewal.TYPE).on("renewal"),
                          Verb.of("register", RegisterRenewal.TYPE).on("renewal")))),
          () ->
              List.of(
                  Project.TYPE,
                  ProjectBoundary.TYPE,
                  BoundaryPart.TYPE,
                  StrataOutlines.TYPE,
                  BaselineEvidence.TYPE,
                  LandCell.TYPE,
                  Comment.TYPE,
                  CommentCount.TYPE,
                  Validation.TYPE,
                  Renewal.TYPE,
                  CreditingHistory.TYPE,
                  Reversals.TYPE,
                  NumberSequence.TYPE));

  private ProjectManifest() {}
}
