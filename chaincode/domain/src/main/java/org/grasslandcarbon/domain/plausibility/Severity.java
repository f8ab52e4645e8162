// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

/** How much a flag weighs. A certifier answers every flag, whatever its severity. */
public enum Severity {
  /** What the method leaves out or assumes, which readers should know; no suspicion. */
  NOTE,
  /** What happens on honest land too, and is explained with evidence there. */
  FINDING,
  /** What honest land hardly shows: issuance waits until the office has read it. */
  SEVERE
}
