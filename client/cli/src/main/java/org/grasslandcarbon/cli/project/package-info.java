// SPDX-License-Identifier: Apache-2.0
/** {@code grassland project boundary|check}: land as a drawing, and a proposal tried out. */
package org.grasslandcarbon.cli.project;
