// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import tools.jackson.databind.JsonNode;

/** Credits: what was issued, who has it, what became of it. */
public final class CreditViews {
  private static final String METHODOLOGY_ZH = "方法学编号";
  private static final String METHODOLOGY_EN = "Id of the methodology";

  /** Issuances: batches, with how many of their credits are where. */
  public static final View BATCHES =
      View.of(Batch.TYPE, "batch", "减排量批次", "Batches of credits")
          .at("batches")
          .newestFirst()
          .text("project", InstructionId.class, "/project")
          .text("projectNumber", ProjectNumber.class, "/projectNumber")
          .text("region", RegionCode.class, "/region")
          .text("owner", ParticipantId.class, "/owner")
          .number("vintage", "/vintage")
          .number("issued", "/issued")
          .time("issuedAt", "/issuedAt")
          .text("issuedBy", ParticipantId.class, "/issuedBy")
          .sought("/id", "/id", List.of(), List.of("/projectNumber", "/vintage", "/issued"))
          .word("methodology", "/methodology/id")
          .flag("training", "/training")
          .index("project")
          .index("projectNumber")
          .refers("in", ProjectViews.PROJECTS, "project")
          .refers("by", ParticipantViews.PARTICIPANTS, "owner")
          // What is frozen or offered counts as held: where a batch has one holder, the difference
          // would tell everybody of it, which is for the parties, their offices and courts.
          .withTotal("totals.held", Account.Kind.HELD, Account.Kind.FROZEN, Account.Kind.ESCROW)
          .withTotal("totals.buffered", Account.Kind.BUFFER)
          .withTotal("totals.retired", Account.Kind.RETIRED)
          .withTotal("totals.cancelled", Account.Kind.CANCELLED)
          .withComputed("serials", CreditViews::wholeBatch)
          .filter("project", Forms.PROJECT_NUMBER, "projectNumber", "project", Forms.ZH, Forms.EN)
          .filter("projectName", "in.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("methodology", "methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("owner", "owner", "项目业主", "Project owner")
          .filter("ownerName", "by.search", "项目业主名称中的文字", "Text in the project owner's name")
          .filter("issuedBy", "issuedBy", "核查机构", "Certifier that verified and issued them")
          .days("issuedAt")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .shown("签发时间", "Date Issued", "/issuedAt")
          .shown("项目编号", "Project ID", "/projectNumber")
          .brief("批次", "Batch", "/id")
          .brief("年份", "Vintage", "/vintage")
          .shown("监测期首日", "Monitoring Period Start Date", "/periodStart")
          .shown("监测期末日", "Monitoring Period End Date", "/periodEnd")
          .brief("签发量", "Total Credits Issued", "/issued")
          .shown("缓冲量", "Credits Issued to Buffer Pool", "/buffered")
          .shown("编号段", "Credit Serial Numbers", "/serials")
          .shown("方法学", "Protocol", "/methodology/id")
          .shown("方法学版本", "Protocol Version", "/methodology/version")
          .shown("核查机构", "Verification Body", "/issuedBy")
          .shown("项目业主", "Project Owner", "/owner")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("持有中", "Credits Held", "/totals/held")
          .brief("缓冲中", "Credits in Buffer Pool", "/totals/buffered")
          .brief("已注销", "Credits Retired", "/totals/retired")
          .brief("已取消", "Credits Cancelled", "/totals/cancelled")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Who has what of which batch, one participant's at a time. */
  public static final View HOLDINGS =
      View.of(Holding.TYPE, "holding", "持有", "Holdings")
          .at("holdings")
          .namedBy("batch", "owner")
          .text("batch", BatchId.class, "/batch")
          .text("owner", ParticipantId.class, "/owner")
          .credits("available", "/held")
          .credits("frozenQuantity", "/frozen")
          .elements("freezes", InstructionId.class, "/frozen")
          .index("owner")
          .index("batch")
          .refers("of", BATCHES, "batch")
          .ofParticipant("owner", "owner")
          .withoutEmpty("available", "frozenQuantity")
          .with("available")
          .with("frozenQuantity")
          .with("project", "of.project")
          .with("projectNumber", "of.projectNumber")
          .with("region", "of.region")
          .with("vintage", "of.vintage")
          .with("training", "of.training")
          .filter("batch", "batch", "批次", "Batch")
          .shown("持有方", "Account Holder", "/owner")
          .brief("批次", "Batch", "/batch")
          .shown("项目编号", "Project ID", "/projectNumber")
          .shown("年份", "Vintage", "/vintage")
          .brief("可用数量", "Quantity Available", "/available")
          .brief("冻结数量", "Quantity Frozen", "/frozenQuantity")
          .serials("/batch", "/held", true)
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Every movement of one participant's credits with the balance after it, the oldest first. */
  public static final View STATEMENT =
      View.ofRows("statement", "流水", "Statement", Visibility.ACCOUNT)
          .at("statement")
          .row("owner", ParticipantId.class)
          .row("at", Instant.class)
          .row("asset", BatchId.class)
          .row("account", String.class)
          .row("counterparty", String.class)
          .row("amount", Long.class)
          .row("serials", String.class)
          .row("balance", Long.class)
          .row("available", Long.class)
          .row("instruction", InstructionId.class)
          .row("action", String.class)
          .row("block", Long.class)
          .index("owner")
          .index("asset")
          .refers("of", BATCHES, "asset")
          .ofParticipant("owner", "owner")
          .with("at")
          .with("owner")
          .with("asset")
          .with("account")
          .with("counterparty")
          .with("amount")
          .with("serials")
          .with("balance")
          .with("available")
          .with("instruction")
          .with("action")
          .with("block")
          .with("training", "of.training")
          .days("at")
          .filter("batch", "asset", "批次", "Batch")
          .brief("时间", "Date", "/at")
          .shown("持有方", "Account Holder", "/owner")
          .brief("指令", "Transaction Type", "/action")
          .brief("批次", "Batch", "/asset")
          .shown("账户", "Account", "/account")
          .brief("数量", "Quantity", "/amount")
          .serials("/asset", "/serials", false)
          .shown("对方账户", "Counterparty", "/counterparty")
          .brief("余额", "Balance", "/balance")
          .brief("可用", "Available", "/available")
          .shown("指令编号", "Transaction ID", "/instruction")
          .brief("区块", "Block", "/block")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What is or was frozen of one participant's credits. */
  public static final View FREEZES =
      View.of(Freeze.TYPE, "freeze", "冻结", "Freezes")
          .at("freezes")
          .newestFirst()
          .text("batch", BatchId.class, "/batch")
          .text("holder", ParticipantId.class, "/holder")
          .credits("quantity", "/serials")
          .index("holder")
          .refers("of", BATCHES, "batch")
          .refers("from", HOLDINGS, "batch", "holder")
          .ofParticipant("owner", "holder")
          .with("quantity")
          .withListed("stillFrozen", "from.freezes")
          .with("projectNumber", "of.projectNumber")
          .with("vintage", "of.vintage")
          .with("training", "of.training")
          .brief("冻结时间", "Date Frozen", "/at")
          .brief("冻结编号", "Freeze ID", "/id")
          .shown("持有方", "Account Holder", "/holder")
          .brief("批次", "Batch", "/batch")
          .brief("数量", "Quantity of Credits", "/quantity")
          .serials("/batch", "/serials", false)
          .shown("冻结机关", "Frozen By", "/by")
          .shown("理由", "Reason", "/reason")
          .shown("法律文书", "Document", "/document")
          .brief("仍在冻结", "Still Frozen", "/stillFrozen")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * For whom credits were retired, however the name was typed, with what was retired for it. What
   * was retired for practice makes nothing good and is told apart.
   */
  public static final View BENEFICIARIES =
      View.ofRows("beneficiary", "受益方", "Beneficiaries of retirements", Visibility.PUBLIC)
          .at("beneficiaries")
          .row("beneficiary", String.class)
          .identifiedBy("beneficiary")
          .row("code", ParticipantId.class)
          .row("nameZh", String.class)
          .row("nameEn", String.class)
          .searched("search")
          .row("spellings", String.class)
          .row("spellingsMore", Boolean.class)
          .row("tonnes", Long.class)
          .row("retirements", Long.class)
          .row("firstAt", Instant.class)
          .row("lastAt", Instant.class)
          .row("training", Boolean.class)
          .largestFirst("tonnes")
          .sought("/name/zh", "/name/en", List.of("/code"), List.of("/code", "/tonnes"))
          .index("beneficiary")
          .with("beneficiary")
          .with("code")
          .with("name.zh", "nameZh")
          .with("name.en", "nameEn")
          .with("spellings")
          .with("spellingsMore")
          .with("tonnes")
          .with("retirements")
          .with("firstAt")
          .with("lastAt")
          .with("training")
          .filter("beneficiary", "beneficiary", "受益方编号", "Id of the beneficiary")
          .filter("code", "code", "统一社会信用代码", "Unified social credit code")
          .filter("q", "search", "名称或代码中的文字", "Text in name or code")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .brief("名称", "Name (zh)", "/name/zh")
          .brief("英文名称", "Name (en)", "/name/en")
          .brief("统一社会信用代码", "Beneficiary Code", "/code")
          .brief("注销量（吨）", "Tonnes Retired", "/tonnes")
          .brief("注销笔数", "Retirements", "/retirements")
          .shown("各种写法", "Spellings", "/spellings")
          .shown("写法未列全", "More Spellings", "/spellingsMore")
          .shown("首次注销", "First Retirement", "/firstAt")
          .shown("最近注销", "Latest Retirement", "/lastAt")
          .shown("受益方编号", "Beneficiary ID", "/beneficiary")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What was used up; one is named by its id or by the number on its certificate. */
  public static final View RETIREMENTS =
      View.of(Retirement.TYPE, "retirement", "注销", "Retirements")
          .at("retirements")
          .newestFirst()
          .time("at", "/at")
          .text("batch", BatchId.class, "/batch")
          .batchNumber("/batch")
          .word("certificateNumber", "/certificateNumber")
          .text("instruction", InstructionId.class, "/id")
          .text("holder", ParticipantId.class, "/holder")
          .text("purpose", Retirement.Purpose.class, "/purpose")
          .text("market", MarketId.class, "/compliance/market")
          .number("year", "/compliance/year")
          .text("reason", Retirement.Reason.class, "/reason")
          .credits("quantity", "/serials")
          .flag("training", "/training")
          .beneficiary("beneficiaryId")
          // The more an index chooses, the earlier it stands: of several the first is used.
          .index("batch")
          .index("certificateNumber")
          .index("instruction")
          .index("beneficiaryId")
          .index("holder")
          .index("projectNumber")
          // What is asked for together and has many items each, but few together.
          .index("region", "vintage")
          .index("prefecture", "vintage")
          .index("market", "year")
          .index("province", "vintage")
          .index("reason", "vintage")
          .index("region")
          .index("prefecture")
          .index("market")
          .index("year")
          .index("vintage")
          .index("reason")
          .index("purpose")
          .index("province")
          .index("at")
          .refers("of", BATCHES, "batch")
          .refers("by", ParticipantViews.PARTICIPANTS, "holder")
          .refers("for", BENEFICIARIES, "beneficiaryId")
          .foundBy(Forms.CERTIFICATE_NUMBER, "certificateNumber")
          .with("quantity")
          .with("project", "of.project")
          .with("projectNumber")
          .with("region")
          .with("vintage")
          .with("beneficiaryId")
          .filter(
              "project", Forms.PROJECT_NUMBER, "projectNumber", "of.project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.in.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "of.methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("batch", "batch", "批次", "Batch")
          .filter("purpose", "purpose", "用途", "Purpose of the retirement")
          .filter("market", "market", "履约市场", "Market of a use for compliance")
          .filter("year", "year", "履约年度", "Compliance year")
          .filter("reason", "reason", "原因类别", "Reason of the retirement")
          .filter(
              "instruction",
              "instruction",
              "指令编号（一笔指令可注销多个批次）",
              "Instruction; one may retire of several batches")
          .filter("holder", "holder", "注销方（原持有方）", "Who held and retired them")
          .filter("holderName", "by.search", "注销方名称中的文字", "Text in the name of who retired them")
          .filter(
              "beneficiary",
              "for.search",
              "受益方名称（任一写法）或代码中的文字",
              "Text in beneficiary's name, in any of its spellings, or in its code")
          .filter(
              "beneficiaryId",
              "beneficiaryId",
              "受益方编号（同一受益方的各种写法）",
              "Id of the beneficiary, however its name was typed")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .serialsFilter("batch", "instruction", Account.Kind.RETIRED)
          .days("at")
          .filter("training", "training", "是否仅供练习", "Whether it is for practice only")
          .brief("注销时间", "Status Effective", "/at")
          .shown("项目编号", "Project ID", "/projectNumber")
          .brief("年份", "Vintage", "/vintage")
          .shown("批次", "Batch", "/batch")
          .brief("数量", "Quantity of Credits", "/quantity")
          .serials("/batch", "/serials", false)
          .shown("持有方", "Account Holder", "/holder")
          .brief("受益方", "Retired on Behalf of", "/beneficiary/name/zh")
          .shown("受益方英文名称", "Retired on Behalf of (en)", "/beneficiary/name/en")
          .shown("受益方代码", "Beneficiary Code", "/beneficiary/code")
          .brief("用途", "Retirement Purpose", "/purpose")
          .shown("履约市场", "Compliance Market", "/compliance/market")
          .shown("履约年度", "Compliance Year", "/compliance/year")
          .shown("原因类别", "Retirement Reason", "/reason")
          .shown("用途说明", "Retirement Reason Details", "/statement")
          .brief("证书编号", "Certificate Number", "/certificateNumber")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * What was taken out of existence without a use; one is named by its instruction and its batch,
   * or by the instruction alone.
   */
  public static final View CANCELLATIONS =
      View.of(Cancellation.TYPE, "cancellation", "取消", "Cancellations")
          .at("cancellations")
          .newestFirst()
          .time("at", "/at")
          .text("instruction", InstructionId.class, "/id")
          .text("batch", BatchId.class, "/batch")
          .batchNumber("/batch")
          .text("holder", ParticipantId.class, "/holder")
          .text("reason", Cancellation.Reason.class, "/reason")
          .credits("quantity", "/serials")
          .index("batch")
          .index("instruction")
          .refers("of", BATCHES, "batch")
          .refers("by", ParticipantViews.PARTICIPANTS, "holder")
          .foundBy(Forms.INSTRUCTION, "instruction")
          .with("quantity")
          .with("project", "of.project")
          .with("projectNumber")
          .with("region")
          .with("vintage")
          .with("training", "of.training")
          .filter(
              "project", Forms.PROJECT_NUMBER, "projectNumber", "of.project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.in.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "of.methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("batch", "batch", "批次", "Batch")
          .filter("reason", "reason", "原因", "Reason of the cancellation")
          .filter("holder", "holder", "原持有方", "Whose credits they were")
          .filter("holderName", "by.search", "原持有方名称中的文字", "Text in the name of whose they were")
          .filter("instruction", "instruction", "指令编号", "Instruction")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .serialsFilter("batch", "instruction", Account.Kind.CANCELLED)
          .days("at")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .brief("取消时间", "Status Effective", "/at")
          .shown("项目编号", "Project ID", "/projectNumber")
          .brief("年份", "Vintage", "/vintage")
          .brief("批次", "Batch", "/batch")
          .brief("数量", "Quantity of Credits", "/quantity")
          .serials("/batch", "/serials", false)
          .shown("持有方", "Account Holder", "/holder")
          .shown("取消方", "Cancelled By", "/by")
          .brief("原因", "Cancellation Reason", "/reason")
          .shown("说明", "Cancellation Reason Details", "/statement")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What is withheld against reversal, batch by batch. */
  public static final View BUFFERS =
      View.of(BufferHolding.TYPE, "buffer", "缓冲池", "The buffer pool")
          .at("buffers")
          .text("batch", BatchId.class, "/batch")
          .batchNumber("/batch")
          .credits("quantity", "/buffered")
          .index("projectNumber")
          .refers("of", BATCHES, "batch")
          .withoutEmpty("quantity")
          .with("quantity")
          .with("project", "of.project")
          .with("projectNumber")
          .with("region")
          .with("vintage")
          .with("training", "of.training")
          .filter(
              "project", Forms.PROJECT_NUMBER, "projectNumber", "of.project", Forms.ZH, Forms.EN)
          .filter("projectName", "of.in.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("methodology", "of.methodology", METHODOLOGY_ZH, METHODOLOGY_EN)
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .shown("项目编号", "Project ID", "/projectNumber")
          .brief("批次", "Batch", "/batch")
          .brief("年份", "Vintage", "/vintage")
          .brief("缓冲量", "Credits in Buffer Pool", "/quantity")
          .serials("/batch", "/buffered", true)
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Every movement into the buffer, within it and out of it, the newest first. */
  public static final View BUFFER_MOVEMENTS =
      View.ofRows("buffer-movement", "缓冲池变动", "Movements of the buffer pool", Visibility.PUBLIC)
          .at("buffer-movements")
          .newestFirst()
          .row("at", Instant.class)
          .row("batch", BatchId.class)
          .row("source", String.class)
          .row("destination", String.class)
          .row("amount", Long.class)
          .row("serials", String.class)
          .row("instruction", InstructionId.class)
          .row("action", String.class)
          .row("block", Long.class)
          .index("batch")
          .refers("of", BATCHES, "batch")
          .with("at")
          .with("batch")
          .with("source")
          .with("destination")
          .with("amount")
          .with("serials")
          .with("instruction")
          .with("action")
          .with("block")
          .with("projectNumber", "of.projectNumber")
          .with("region", "of.region")
          .with("vintage", "of.vintage")
          .with("training", "of.training")
          .filter(
              "project", Forms.PROJECT_NUMBER, "of.projectNumber", "of.project", Forms.ZH, Forms.EN)
          .filter("batch", "batch", "批次", "Batch")
          .filter("vintage", "of.vintage", "年份", "Vintage year")
          .filter("region", "of.region", "行政区划（含下级）", "Division, with those in it")
          .days("at")
          .filter("training", "of.training", "是否仅供练习", "Whether it is for practice only")
          .brief("时间", "Date", "/at")
          .shown("项目编号", "Project ID", "/projectNumber")
          .brief("批次", "Batch", "/batch")
          .shown("年份", "Vintage", "/vintage")
          .brief("来源", "From", "/source")
          .brief("去向", "To", "/destination")
          .brief("数量", "Quantity of Credits", "/amount")
          .serials("/batch", "/serials", false)
          .shown("指令", "Transaction Type", "/action")
          .shown("指令编号", "Transaction ID", "/instruction")
          .shown("区块", "Block", "/block")
          .shown("所在区划", "Project Site Location", "/region")
          .brief("仅供练习", "Training", "/training")
          .done();

  static final List<View> ALL =
      List.of(
          BATCHES,
          HOLDINGS,
          STATEMENT,
          FREEZES,
          RETIREMENTS,
          CANCELLATIONS,
          BENEFICIARIES,
          BUFFERS,
          BUFFER_MOVEMENTS);

  private CreditViews() {}

  /** The serial numbers of all credits of a batch. */
  private static JsonNode wholeBatch(JsonNode batch) {
    BatchId id = new BatchId(batch.path("id").asString());
    return Codec.tree(id.serialNumber(new SerialRange(1, batch.path("issued").asLong())));
  }
}
