// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.participant.TrustAnchor;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import tools.jackson.databind.JsonNode;

/** Participants, their keys, accreditations, trust anchors, calendars, rules, divisions. */
public final class ParticipantViews {
  /** Administrative divisions. */
  public static final View REGIONS =
      View.of(Region.TYPE, "region", "行政区划", "Administrative divisions")
          .at("regions")
          .followed()
          .search("search", "/code", "/name/zh", "/name/en")
          .sought("/name/zh", "/name/en", List.of("/code"), List.of("/code"))
          .filter("q", "search", "代码或名称中的文字", "Text in code or name")
          .brief("代码", "Code", "/code")
          .brief("名称", "Name (zh)", "/name/zh")
          .brief("英文名称", "Name (en)", "/name/en")
          .shown("生效日期", "Valid From", "/validFrom")
          .shown("失效日期", "Valid To", "/validTo")
          .done();

  /** Who is on the registry. */
  public static final View PARTICIPANTS =
      View.of(Participant.TYPE, "participant", "市场主体", "Participants")
          .at("participants")
          .large()
          .text("region", RegionCode.class, "/region")
          .elements("roles", Role.class, "/roles")
          .present("suspended", "/suspension")
          .search("search", "/id", "/name/zh", "/name/en")
          .sought("/name/zh", "/name/en", List.of("/id"), List.of("/id", "/region", "/roles"))
          .filter("role", "roles", "角色", "Role")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("q", "search", "代码或名称中的文字", "Text in code or name")
          .filter("suspended", "suspended", "是否被暂停", "Whether it is suspended")
          .brief("统一社会信用代码", "Participant ID", "/id")
          .brief("名称", "Name (zh)", "/name/zh")
          .brief("英文名称", "Name (en)", "/name/en")
          .brief("区划", "Region", "/region")
          .brief("角色", "Roles", "/roles")
          .shown("接纳时间", "Date Admitted", "/admittedAt")
          .shown("接纳机构", "Admitted By", "/admittedBy")
          .brief("暂停时间", "Suspended Since", "/suspension/at")
          .attached("accreditation", Accreditation.TYPE)
          .done();

  /** Every key ever registered. */
  public static final View KEYS =
      View.of(RegisteredKey.TYPE, "key", "公钥", "Keys")
          .text("participant", ParticipantId.class, "/participant")
          .present("revoked", "/revocation")
          .index("participant")
          .under(PARTICIPANTS, "keys", "participant")
          .brief("密钥编号", "Key ID", "/kid")
          .brief("主体", "Participant ID", "/participant")
          .brief("登记时间", "Date Added", "/addedAt")
          .brief("吊销时间", "Date Revoked", "/revocation/at")
          .done();

  /** Laboratories whose analyses reports rest on. */
  public static final View LABORATORIES =
      View.of(Laboratory.TYPE, "laboratory", "实验室", "Laboratories")
          .at("laboratories")
          .large()
          .present("withdrawn", "/withdrawal")
          .search("search", "/id", "/name/zh", "/name/en")
          .sought("/name/zh", "/name/en", List.of("/id"), List.of("/id", "/analyses"))
          .filter("q", "search", "代码或名称中的文字", "Text in code or name")
          .filter("withdrawn", "withdrawn", "资质是否已撤销", "Whether its accreditation was withdrawn")
          .brief("统一社会信用代码", "Laboratory ID", "/id")
          .brief("名称", "Name (zh)", "/name/zh")
          .brief("英文名称", "Name (en)", "/name/en")
          .brief("分析方法", "Analyses", "/analyses")
          .brief("有效期首日", "Valid From", "/validFrom")
          .brief("有效期末日", "Valid To", "/validTo")
          .shown("撤销时间", "Date Withdrawn", "/withdrawal/at")
          .shown("依据", "Document", "/document")
          .done();

  /** Calendars of working days. */
  public static final View CALENDARS =
      View.of(Calendar.TYPE, "calendar", "工作日历", "Calendars of working days")
          .at("calendars")
          .brief("年份", "Year", "/year")
          .brief("节假日", "Holidays", "/holidays")
          .brief("调休上班日", "Make-up Days", "/makeUpDays")
          .shown("依据", "Document", "/document")
          .done();

  /** Authorities whose certificates may stand for a key. */
  public static final View TRUST_ANCHORS =
      View.of(TrustAnchor.TYPE, "trust-anchor", "信任锚", "Trust anchors of certificates")
          .at("trust-anchors")
          .large()
          .present("withdrawn", "/withdrawal")
          .filter("withdrawn", "withdrawn", "是否已撤销", "Whether it is withdrawn")
          .brief("编号", "Trust Anchor ID", "/id")
          .brief("名称", "Name (zh)", "/name/zh")
          .brief("英文名称", "Name (en)", "/name/en")
          .brief("发布时间", "Date Published", "/publishedAt")
          .brief("撤销时间", "Date Withdrawn", "/withdrawal/at")
          .done();

  /** The numbers of the registry itself: one record with all that were ever published. */
  public static final View REGISTRY_RULES =
      View.of(RegistryRules.TYPE, "registry-rule", "登记系统规则", "Rules of the registry itself")
          .at("registry-rules")
          .withComputed("latest", ParticipantViews::latest)
          .brief("最后一版生效首日", "Latest Valid From", "/latest/validFrom")
          .brief("每一意见人的意见数上限", "Comments per Author", "/latest/commentsPerAuthor/most")
          .brief("每小时记入账本的拒绝数上限", "Refusals per Hour", "/latest/refusalsPerHour/most")
          .shown("发布时间", "Date Published", "/latest/publishedAt")
          .shown("依据", "Document", "/latest/document")
          .brief("规则版本数", "Versions", "/versions")
          .done();

  static final List<View> ALL =
      List.of(REGIONS, PARTICIPANTS, KEYS, LABORATORIES, CALENDARS, TRUST_ANCHORS, REGISTRY_RULES);

  private ParticipantViews() {}

  /** The version that begins last: they stand in the order of their first days. */
  private static JsonNode latest(JsonNode rules) {
    JsonNode versions = rules.path("versions");
    return versions.path(versions.size() - 1);
  }
}
