// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What is proposed to other regions. */
public enum GoalKind {
  /** Targets that hold once they are adopted (责任目标). */
  TARGETS,
  /** Targets in place of those of a goal, on an assessment's report (修订). */
  REVISION,
  /** The steps on the way to a goal (路线图). */
  ROADMAP,
  /** A decision that regions take together (共同决策). */
  SHARED_DECISION,
  /** Who works together with what (合作). */
  PARTNERSHIP,
  /** That an assessment be made again by another assessor (申诉). */
  APPEAL
}
