// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.time.LocalDate;
import org.grasslandcarbon.domain.example.CreditChapter;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.ParticipantChapter;
import org.grasslandcarbon.domain.example.ReversalChapter;
import org.grasslandcarbon.domain.example.Setting;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.kit.RegistryCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** The registry's chaincode, from a participant's admission to the end of a project. */
public final class CreditLife implements Scenario {
  @Override
  public String name() {
    return "credit-life";
  }

  @Override
  public String about() {
    return "A project, its certification, its credits, what becomes of them, and its end.";
  }

  @Override
  public void play(Scene scene) {
    RegistryCalls registry = new RegistryCalls(scene);
    registry.name(registry.examples().get("office-beijing"), "office-beijing");
    PracticeStage stage = registry.stage();
    Setting setting = stage.setting(Land.Fields.SMALL, 2);

    scene.title("From a proposal to credits");
    Story story = Story.untilIssued(stage, setting);

    scene.title("Credits move, and are used");
    stage.cast(Part.TRADER, registry.admitted("buyer", Role.TRADER));
    stage.cast(Part.BUYER, registry.admitted("other", Role.TRADER));
    CreditChapter credits = new CreditChapter(stage.refusing(), story.batch());
    credits.transfer(Part.OWNER, Part.TRADER, 500);
    credits.refuseMoreThanHeld(Part.TRADER, Part.BUYER, 501);
    credits.retire(Part.TRADER, 40);
    credits.cancel(Part.TRADER, 10);

    scene.title("By order: frozen, released, moved");
    InstructionId freeze = credits.freeze(Part.AUTHORITY, Part.TRADER, 420);
    credits.refuseFrozen(Part.TRADER, Part.BUYER, 31);
    credits.release(Part.AUTHORITY, freeze, 20);
    credits.enforce(Part.AUTHORITY, freeze, Part.BUYER);

    scene.title("Suspended and reinstated");
    ParticipantChapter participants = new ParticipantChapter(stage.refusing(), setting);
    participants.suspend(Part.AUTHORITY, Part.BUYER, credits.transferOf(1, Part.TRADER));
    credits.transfer(Part.BUYER, Part.TRADER, 1);

    scene.title("Land burns, and the buffer answers for it");
    ReversalChapter reversals = new ReversalChapter(stage, story.project().id());
    LocalDate yesterday = LocalDate.now(BeijingTime.OFFSET).minusDays(1);
    reversals.settle(reversals.report(5, yesterday), 3);

    scene.title("The end");
    story.project().end(Part.OFFICE);
    participants.withdrawAccreditation(Part.VERIFIER);
  }
}
