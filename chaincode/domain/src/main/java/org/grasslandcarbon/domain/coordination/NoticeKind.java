// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What a notice announces; each has fields of its own in {@link NoticeFields}. */
public enum NoticeKind {
  /** A policy document (政策). */
  POLICY,
  /** A standard or technical rule (标准). */
  STANDARD,
  /** What a scheme pays a mu (补偿标准). */
  COMPENSATION_RATE,
  /** A plan of some years (规划). */
  PLAN,
  /** A course (培训). */
  TRAINING,
  /** Something that stands in the way (障碍). */
  BARRIER,
  /** Something that others may have (供给). */
  OFFER,
  /** Something that is looked for (需求). */
  NEED,
  /** Credits set apart for use abroad (境外使用标记). */
  EXPORT_LABEL
}
