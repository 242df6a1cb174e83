{{/* Milliseconds of a duration such as 1m30s. */}}
{{- define "shop.milliseconds" -}}
{{- $sum := 0 -}}
{{- range regexFindAll "[0-9]+(ms|h|m|s)" . -1 -}}
{{- $count := regexFind "[0-9]+" . | int64 -}}
{{- $unit := get (dict "h" 3600000 "m" 60000 "s" 1000 "ms" 1) (regexFind "[a-z]+" .) -}}
{{- $sum = add $sum (mul $count $unit) -}}
{{- end -}}
{{- $sum -}}
{{- end -}}
