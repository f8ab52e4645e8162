// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** Who asks whom in a case between regions. */
public enum CaseKind {
  /** An office asks another region for information (信息请求). */
  INFORMATION,
  /** Somebody reports a problem, often for the public (公众反馈). */
  FEEDBACK,
  /** The authority or an auditor asks a region (监督请求). */
  SUPERVISION_REQUEST,
  /** A holder asks for its credits to be set apart for use abroad (境外使用标记申请). */
  LABEL_REQUEST
}
