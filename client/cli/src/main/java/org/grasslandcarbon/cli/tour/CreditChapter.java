// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.views.CreditViews;
import tools.jackson.databind.JsonNode;

/** Credits change hands and are used up; anybody can see what became of each. */
final class CreditChapter {
  private static final long SOLD = 100;
  private static final long RESOLD = 40;
  private static final long RETIRED = 25;

  private final Story story;
  private final Stage stage;

  CreditChapter(Story story) {
    this.story = story;
    this.stage = story.stage;
  }

  void play() {
    stage.chapter("减排量：划转、注销、查询", "Credits: transfer, retirement, public lookup");
    long owned = story.held(story.owner);
    transfer(owned);
    retire();
    look(owned);
  }

  private void transfer(long owned) {
    stage.does(
        story.owner,
        "业主划转 " + SOLD + " 吨给交易主体",
        "The owner transfers " + SOLD + " t to the trader",
        transfer(SOLD, story.trader));
    stage.does(
        story.trader,
        "交易主体划转 " + RESOLD + " 吨给买方",
        "The trader transfers " + RESOLD + " t to the buyer",
        transfer(RESOLD, story.buyer));
    stage.refused(
        story.buyer,
        "超出持有量的划转被拒绝",
        "More than is held cannot be transferred",
        transfer(RESOLD + 1, story.trader),
        ErrorCode.INSUFFICIENT_CREDITS);
    stage.refused(
        story.trader,
        "审定与核查机构不得持有减排量",
        "A certifier may not hold credits",
        transfer(1, story.verifier),
        ErrorCode.RECIPIENT_NOT_ALLOWED);
    stage.equal(
        "业主余额减少 " + SOLD + " 吨",
        "The owner has " + SOLD + " t less",
        owned - SOLD,
        () -> story.held(story.owner));
  }

  private TransferCredits transfer(long tonnes, Player recipient) {
    return new TransferCredits(story.batch(), Tonnes.of(tonnes), recipient.id());
  }

  private void retire() {
    InstructionText text = stage.sign(story.buyer, retirement(Retirement.Purpose.VOLUNTARY));
    Outcome first =
        stage.sends(
            "买方自愿注销 " + RETIRED + " 吨，不可撤回",
            "The buyer retires " + RETIRED + " t of its own will, for good",
            text);
    Outcome again =
        stage.sends("原样重发同一份注销指令：得到首次结果", "The same text sent again gives the first outcome", text);
    stage.equal(
        "两次回答属于同一区块，标明为重放",
        "Both answers name one block, the second says that it is replayed",
        "#" + first.block().orElse(0) + " replayed=true",
        () -> "#" + again.block().orElse(-1) + " replayed=" + again.replayed());
    stage.equal("只注销了一次", "It was retired once", RESOLD - RETIRED, () -> story.held(story.buyer));
    stage.refused(
        story.buyer,
        "练习用减排量不能用于履约",
        "Training credits are of no use for compliance",
        retirement(Retirement.Purpose.COMPLIANCE),
        ErrorCode.TRAINING_CREDITS,
        ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
        ErrorCode.INSUFFICIENT_CREDITS);
    stage.equal(
        "注销公开可查，标明练习",
        "The retirement is public and marked as practice",
        "training=true",
        () ->
            "training="
                + stage
                    .client()
                    .publicReads()
                    .show(CreditViews.RETIREMENTS, text.id().value())
                    .path("training"));
    stage.equal(
        "被注销的第一个编号公开显示为已注销",
        "The first serial that was retired shows as retired to anybody",
        "RETIRED",
        () -> stage.client().publicReads().serial(firstSerial(first)).path("status").asString());
  }

  private RetireCredits retirement(Retirement.Purpose purpose) {
    return new RetireCredits(
        story.batch(),
        new Beneficiary(Optional.of(story.buyer.id()), story.buyer.name()),
        Optional.empty(),
        purpose,
        Tonnes.of(purpose == Retirement.Purpose.COMPLIANCE ? 1 : RETIRED),
        Retirement.Reason.CORPORATE_INVENTORY,
        "导览练习。 Practice, by the tour.");
  }

  /** The batch and the lowest serial of the first posting. */
  private String firstSerial(Outcome retired) {
    String range =
        retired.document().path("postings").path(0).path("serials").path(0).asString("1-1");
    return story.batch() + "-" + range.substring(0, range.indexOf('-'));
  }

  private void look(long owned) {
    stage.equal(
        "买方流水：一进一出",
        "The buyer's statement: one movement in, one out",
        2L,
        () -> story.reads(story.buyer).list(CreditViews.STATEMENT, Map.of()).total());
    stage.equal(
        "批次各部分之和等于签发量，且标明练习",
        "The parts of the batch add up to what was issued, marked as practice",
        "rest=0 training=true",
        () -> {
          JsonNode batch =
              stage.client().publicReads().show(CreditViews.BATCHES, story.batch().value());
          return "rest=" + rest(batch) + " training=" + batch.path("training");
        });
    stage.equal(
        "交易主体与买方的余额",
        "What trader and buyer have left",
        (SOLD - RESOLD) + " " + (RESOLD - RETIRED),
        () -> story.held(story.trader) + " " + story.held(story.buyer));
    stage.equal(
        "业主余额未受他人交易影响",
        "The owner's holding is untouched by what others did",
        owned - SOLD,
        () -> story.held(story.owner));
  }

  /** What is left of the issued tonnes when every part of the batch is taken off. */
  private static long rest(JsonNode batch) {
    JsonNode totals = batch.has("totals") ? batch.path("totals") : batch;
    long rest = batch.path("issued").asLong();
    for (String part : new String[] {"held", "frozen", "buffered", "retired", "cancelled"}) {
      rest -= totals.path(part).asLong(0);
    }
    return rest;
  }
}
