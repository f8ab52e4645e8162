// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.EnforceTransfer;
import org.grasslandcarbon.domain.credit.FreezeCredits;
import org.grasslandcarbon.domain.credit.ReleaseCredits;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.network.conformance.Issuance;
import org.grasslandcarbon.network.conformance.kit.RegistryCalls;
import org.grasslandcarbon.network.conformance.kit.Scenario;
import org.grasslandcarbon.network.conformance.kit.Scene;

/** The registry's chaincode, from a participant's admission to the end of a project. */
public final class CreditLife implements Scenario {
  private static final Sha256 DOCUMENT = Sha256.of("conformance");

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
    InstructionSigner authority = registry.examples().get("authority");
    InstructionSigner office = registry.examples().get("office-inner-mongolia");
    registry.name(authority, "authority");
    registry.name(office, "office-inner-mongolia");
    registry.name(registry.examples().get("office-beijing"), "office-beijing");

    scene.title("From a proposal to credits");
    String[] project = new String[1];
    Issuance issuance =
        new Issuance(
            text -> {
              if (text.action().equals("proposeProject")) {
                project[0] = text.id().value();
              }
              scene.name(text.id().value(), "<" + text.action() + ">");
              return registry.bring(text);
            },
            registry.examples());
    registry.name(issuance.owner(), "owner");
    registry.name(issuance.validator(), "validator");
    registry.name(issuance.verifier(), "verifier");
    // Once for ever on a ledger, so that whether it is there already is no matter of this run.
    registry.bringUnseen(issuance.methodology());
    BatchId batch = issuance.play();

    scene.title("Credits move, and are used");
    InstructionSigner buyer = registry.admitted("buyer", Role.TRADER);
    InstructionSigner other = registry.admitted("other", Role.TRADER);
    registry.bring(registry.sign(issuance.owner(), transfer(batch, 500, buyer)));
    registry.bring(registry.sign(buyer, transfer(batch, 501, other)));
    registry.bring(registry.sign(buyer, retirement(batch, 40)));
    registry.bring(registry.sign(buyer, cancellation(batch, 10, buyer)));

    scene.title("By order: frozen, released, moved");
    InstructionText freeze =
        registry.sign(
            authority,
            new FreezeCredits(
                batch, DOCUMENT, buyer.participant(), Optional.of(Tonnes.of(420)), "order"));
    registry.bring(freeze);
    registry.bring(registry.sign(buyer, transfer(batch, 31, other)));
    InstructionId frozen = freeze.id();
    registry.bring(
        registry.sign(
            authority,
            new ReleaseCredits(DOCUMENT, frozen, Optional.of(Tonnes.of(20)), "released")));
    registry.bring(
        registry.sign(
            authority,
            new EnforceTransfer(
                DOCUMENT, frozen, Optional.empty(), "judgment", other.participant())));

    scene.title("Suspended and reinstated");
    registry.bring(
        registry.sign(authority, new SuspendParticipant(other.participant(), "inquiry")));
    registry.bring(registry.sign(other, transfer(batch, 1, buyer)));
    registry.bring(
        registry.sign(authority, new ReinstateParticipant(other.participant(), "cleared")));
    registry.bring(registry.sign(other, transfer(batch, 1, buyer)));

    scene.title("Land burns, and the buffer answers for it");
    InstructionId proposed = new InstructionId(project[0]);
    InstructionText reversal =
        registry.sign(
            issuance.owner(),
            new ReportReversal(
                Reversal.Cause.FIRE,
                DOCUMENT,
                Tonnes.of(5),
                LocalDate.now(Act.BEIJING_TIME).minusDays(1),
                proposed,
                "fire"));
    registry.bring(reversal);
    registry.bring(
        registry.sign(
            issuance.verifier(),
            new SettleReversal(Tonnes.of(3), proposed, DOCUMENT, reversal.id())));

    scene.title("The end");
    registry.bring(registry.sign(office, new DeregisterProject(proposed, "ended")));
    registry.bring(
        registry.sign(
            authority, new WithdrawAccreditation(issuance.verifier().participant(), "withdrawn")));
  }

  private static TransferCredits transfer(BatchId batch, long tonnes, InstructionSigner to) {
    return new TransferCredits(batch, Tonnes.of(tonnes), to.participant());
  }

  private static RetireCredits retirement(BatchId batch, long tonnes) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.empty(), Name.of("某企业", "An enterprise")),
        Optional.empty(),
        Retirement.Purpose.VOLUNTARY,
        Tonnes.of(tonnes),
        Retirement.Reason.ENVIRONMENTAL_BENEFIT,
        "for the climate");
  }

  private static CancelCredits cancellation(BatchId batch, long tonnes, InstructionSigner holder) {
    return new CancelCredits(
        batch,
        Optional.empty(),
        Optional.empty(),
        holder.participant(),
        Tonnes.of(tonnes),
        Cancellation.Reason.OTHER,
        "cancelled");
  }
}
