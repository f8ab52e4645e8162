// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.document;

import org.grasslandcarbon.domain.value.Name;

/**
 * What a document is. The kind decides whether everybody may read the file: only kinds that the
 * measures tell to publish are public (CCER measures, articles on publicity of designs, monitoring
 * reports and the opinions on them), rules, and what is said in consultations. Never renamed:
 * gateways have them in their files.
 */
public enum DocumentKind {
  /** A project's design document. */
  DESIGN(true, "项目设计文件", "Design document"),
  /** A monitoring report. */
  REPORT(true, "减排量核算报告", "Monitoring report"),
  /** A certifier's report on a design, on monitoring or on a loss. */
  OPINION(true, "审定或核查报告", "Validation or verification report"),
  /** What an authority or an exchange has decided for all: methodologies, rules, calendars. */
  RULE(true, "规则与公告", "Rules and notices"),
  /** What somebody says of a goal for all to read: a comment, the reason of a vote. */
  STATEMENT(true, "意见与理由", "Comment or reason"),
  /** Certificates and contracts of land, which name people. */
  TENURE(false, "土地权属文件", "Land tenure document"),
  /** A laboratory's results as it wrote them. */
  LAB(false, "检测报告", "Laboratory sheet"),
  /** Photographs, on which there may be people. */
  PHOTO(false, "照片", "Photograph"),
  /** What a court or an authority has ordered of one participant. */
  LEGAL(false, "法律文书", "Legal document"),
  /** What proves a statement: of a loss, of herds, of a payment. */
  EVIDENCE(false, "证明材料", "Evidence"),
  /** Anything else that a report comes with. */
  OTHER(false, "其他", "Other");

  private final boolean isPublic;
  private final Name title;

  DocumentKind(boolean isPublic, String zh, String en) {
    this.isPublic = isPublic;
    this.title = Name.of(zh, en);
  }

  /** Whether everybody may read a document of the kind. */
  public boolean isPublic() {
    return isPublic;
  }

  /** What people call it. */
  public Name title() {
    return title;
  }
}
