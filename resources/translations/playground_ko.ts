<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>Banner</name>
    <message>
        <source>Note</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>The cost became infinite</source>
        <translation>비용이 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The weighted inputs Z became infinite</source>
        <translation>가중합 Z가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The activations A became infinite</source>
        <translation>활성화 값 A가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The gradients dZ became infinite</source>
        <translation>그래디언트 dZ가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The gradients dW became infinite</source>
        <translation>그래디언트 dW가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>The weights became infinite</source>
        <translation>가중치가 무한대가 되었습니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>{subject} at epoch {epoch}, first in layer {layer}:</source>
        <translation>{subject}(에포크 {epoch}, {layer}층에서 시작).</translation>
    </message>
    <message>
        <source>lower the learning rate, or undo.</source>
        <translation>학습률을 낮추거나 실행을 취소하세요.</translation>
    </message>
    <message>
        <source>lower the learning rate.</source>
        <translation>학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Close this message.</source>
        <translation>이 메시지를 닫습니다.</translation>
    </message>
</context>
<context>
    <name>ClassLegend</name>
    <message>
        <source>Classes</source>
        <translation>부류</translation>
    </message>
</context>
<context>
    <name>CostLegend</name>
    <message>
        <source>Values of the curves</source>
        <translation>곡선의 값</translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>penalty</source>
        <translation>규제 항</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Plot the cost on training and test data, and the penalty.</source>
        <translation>학습 데이터와 테스트 데이터의 비용, 그리고 규제 항을 그립니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Plot the share of examples that are classified rightly.</source>
        <translation>바르게 분류한 예제의 비율을 그립니다.</translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation>정확도, %</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>그래디언트</translation>
    </message>
    <message>
        <source>Plot the norm of each layer&apos;s gradient.</source>
        <translation>층마다 그래디언트의 노름을 그립니다.</translation>
    </message>
    <message>
        <source>Norm of each layer&apos;s gradient</source>
        <translation>층별 그래디언트의 노름</translation>
    </message>
    <message>
        <source>Curves over the epochs</source>
        <translation>에포크에 따른 곡선</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to follow the training again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 다시 학습을 따라갑니다.</translation>
    </message>
    <message>
        <source>No history yet: run the training to see its cost.</source>
        <translation>아직 기록이 없습니다. 학습을 시작하면 비용이 나타납니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Draw equal factors as equal heights.</source>
        <translation>같은 배수를 같은 높이로 그립니다.</translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show all epochs again and keep following the training.</source>
        <translation>모든 에포크를 다시 보이고 학습을 계속 따라갑니다.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>epoch {:,}</source>
        <translation>에포크 {:,}</translation>
    </message>
    <message>
        <source>{epoch}, by layer</source>
        <translation>{epoch}, 층별</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
</context>
<context>
    <name>DataGallery</name>
    <message>
        <source>Your own</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>Points drawn by hand.</source>
        <translation>손으로 찍은 점입니다.</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>찍은 점</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>새 표본</translation>
    </message>
    <message>
        <source>Your own examples are used as they are.</source>
        <translation>내 예제는 있는 그대로 씁니다.</translation>
    </message>
    <message>
        <source>“{name}” always has {count} examples.</source>
        <translation>‘{name}’에는 언제나 예제가 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>Draw other random examples of the same kind.</source>
        <translation>같은 종류의 예제를 무작위로 다시 뽑습니다.</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>All that can be opened (*.json *.npz *.csv);;Experiments (*.json);;Weights (*.npz);;Tables (*.csv)</source>
        <translation>열 수 있는 모든 파일 (*.json *.npz *.csv);;실험 (*.json);;가중치 (*.npz);;표 (*.csv)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>실험 저장</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>실험 (*.json)</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>가중치 내보내기</translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation>가중치 (*.npz)</translation>
    </message>
    <message>
        <source>ONNX (*.onnx)</source>
        <translation>ONNX (*.onnx)</translation>
    </message>
    <message>
        <source>Python script (*.py)</source>
        <translation>파이썬 스크립트 (*.py)</translation>
    </message>
    <message>
        <source>Weights exported to {path}</source>
        <translation>가중치를 내보냈습니다: {path}</translation>
    </message>
    <message>
        <source>There is no earlier session to restore.</source>
        <translation>복원할 지난 세션이 없습니다.</translation>
    </message>
    <message>
        <source>Experiment saved to {path}</source>
        <translation>실험을 저장했습니다: {path}</translation>
    </message>
</context>
<context>
    <name>ExactBox</name>
    <message>
        <source>Not a whole number; still {kept}.</source>
        <translation>정수가 아닙니다. {kept} 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Not a number; still {kept}.</source>
        <translation>수가 아닙니다. {kept} 그대로 둡니다.</translation>
    </message>
    <message>
        <source>From {low} to {high}; still {kept}.</source>
        <translation>범위는 {low} ~ {high}입니다. {kept} 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>FeatureList</name>
    <message>
        <source>e.g. cos(x1) * x2</source>
        <translation>예: cos(x1) * x2</translation>
    </message>
    <message>
        <source>New feature</source>
        <translation>새 특성</translation>
    </message>
    <message>
        <source>Any formula of the inputs x1, x2 …, with + − * / ** and functions such as sin.</source>
        <translation>입력 x1, x2 …로 만든 수식입니다. + − * / **와 sin 같은 함수를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add the typed formula as a feature.</source>
        <translation>입력한 수식을 특성으로 추가합니다.</translation>
    </message>
    <message>
        <source>The last feature: a network needs one at least.</source>
        <translation>마지막 특성입니다. 신경망에는 특성이 적어도 하나 있어야 합니다.</translation>
    </message>
    <message>
        <source>The input {name}, named {column}.</source>
        <translation>입력 {name}, 열 이름은 {column}입니다.</translation>
    </message>
    <message>
        <source>The formula {formula}.</source>
        <translation>수식 {formula}입니다.</translation>
    </message>
</context>
<context>
    <name>HeaderBand</name>
    <message>
        <source>+ Layer</source>
        <translation>+ 층</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Choose features</source>
        <translation>특성 고르기</translation>
    </message>
    <message>
        <source>Choose what the network sees: the inputs, their squares, products, waves, or any formula.</source>
        <translation>신경망이 무엇을 볼지 고릅니다. 입력과 그 제곱, 곱, 물결, 또는 어떤 수식이든 됩니다.</translation>
    </message>
    <message>
        <source>Output activation: {label}</source>
        <translation>출력 활성화 함수: {label}</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>출력 활성화 함수</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>Layer {number}: 1 neuron, {label}</source>
        <translation>{number}층: 뉴런 1개, {label}</translation>
    </message>
    <message>
        <source>Layer {number}: {units} neurons, {label}</source>
        <translation>{number}층: 뉴런 {units}개, {label}</translation>
    </message>
    <message>
        <source>Add layer {number}</source>
        <translation>{number}층 추가</translation>
    </message>
    <message>
        <source>A network here has {maximum} hidden layers at most.</source>
        <translation>은닉층은 {maximum}개까지 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>Add a hidden layer here.</source>
        <translation>여기에 은닉층을 추가합니다.</translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>Heatmaps of every layer</source>
        <translation>층별 히트맵</translation>
    </message>
    <message>
        <source>{name}: not computed yet</source>
        <translation>{name}: 아직 계산 전</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>The norm of each layer&apos;s gradient; its bar is logarithmic, from 1e-8 to 100.</source>
        <translation>층마다 그래디언트의 노름입니다. 막대는 1e-8부터 100까지의 로그 눈금입니다.</translation>
    </message>
    <message>
        <source>The value of the cell under the mouse, and the ends of the colours.</source>
        <translation>마우스가 가리키는 칸의 값과 색의 양쪽 끝 값입니다.</translation>
    </message>
    <message>
        <source>Arrow keys choose a weight or bias, Enter opens it, Escape lets go.</source>
        <translation>방향키로 가중치나 편향을 고르고, Enter로 열고, Esc로 선택을 풉니다.</translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Gradient</source>
        <translation>그래디언트</translation>
    </message>
    <message>
        <source>Show dW | db: how the cost changes with each weight and bias.</source>
        <translation>dW | db를 보입니다. 가중치와 편향에 따라 비용이 얼마나 변하는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Show W | b: every weight and bias as it is now.</source>
        <translation>W | b를 보입니다. 모든 가중치와 편향의 지금 값입니다.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Show ΔW | Δb: what the last update added to each weight and bias.</source>
        <translation>ΔW | Δb를 보입니다. 마지막 업데이트가 가중치와 편향에 더한 값입니다.</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>층별</translation>
    </message>
    <message>
        <source>Each layer&apos;s largest value gets the strongest colour.</source>
        <translation>층마다 그 층에서 가장 큰 값에 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>network</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>The whole network&apos;s largest value gets the strongest colour.</source>
        <translation>신경망 전체에서 가장 큰 값에 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>The value typed beside it gets the strongest colour, at all times.</source>
        <translation>옆에 입력한 값에 언제나 가장 진한 색을 줍니다.</translation>
    </message>
    <message>
        <source>{layer}, {activation}: {shape} weights, then one bias.</source>
        <translation>{layer}, {activation}: 가중치 {shape}, 그 옆의 한 칸은 편향입니다.</translation>
    </message>
    <message>
        <source>{layer}, {activation}: {shape} weights, then a column of {rows} biases.</source>
        <translation>{layer}, {activation}: 가중치 {shape}, 그 옆의 한 열은 편향 {rows}개입니다.</translation>
    </message>
    <message>
        <source>Each drawn cell shows the strongest of {block} weights.</source>
        <translation>한 칸은 가중치 {block} 가운데 가장 강한 값을 보입니다.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>strongest of {block}</source>
        <translation>{block} 중 최대</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>색의 범위</translation>
    </message>
    <message>
        <source>Which value gets the strongest colour.</source>
        <translation>어떤 값에 가장 진한 색을 줄지 정합니다.</translation>
    </message>
    <message>
        <source>Bound of the fixed range</source>
        <translation>고정 범위의 끝 값</translation>
    </message>
    <message>
        <source>The value that gets the strongest colour when the range is fixed.</source>
        <translation>범위를 고정했을 때 가장 진한 색을 받는 값입니다.</translation>
    </message>
</context>
<context>
    <name>LayerControls</name>
    <message>
        <source>Activation of layer {number}</source>
        <translation>{number}층 활성화 함수</translation>
    </message>
    <message>
        <source>Neurons of layer {number}</source>
        <translation>{number}층 뉴런 수</translation>
    </message>
    <message>
        <source>Remove a neuron from layer {number}</source>
        <translation>{number}층에서 뉴런 하나 빼기</translation>
    </message>
    <message>
        <source>One neuron less in this layer.</source>
        <translation>이 층의 뉴런을 하나 줄입니다.</translation>
    </message>
    <message>
        <source>Add a neuron to layer {number}</source>
        <translation>{number}층에 뉴런 하나 더하기</translation>
    </message>
    <message>
        <source>One neuron more in this layer.</source>
        <translation>이 층의 뉴런을 하나 늘립니다.</translation>
    </message>
    <message>
        <source>Remove layer {number}</source>
        <translation>{number}층 삭제</translation>
    </message>
    <message>
        <source>Remove this layer; its neighbours are connected anew.</source>
        <translation>이 층을 없애고 양옆의 층을 새로 잇습니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name} – Backpropagation Playground</source>
        <translation>{name} – Backpropagation Playground</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {reason}. Training has paused; your network is intact.</source>
        <translation>예상하지 못한 문제가 생겼습니다: {reason}. 학습을 일시 정지했으며, 신경망은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>+{count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>positive weight</source>
        <translation>양의 가중치</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음의 가중치</translation>
    </message>
    <message>
        <source>bias ≥ 0</source>
        <translation>편향 ≥ 0</translation>
    </message>
    <message>
        <source>bias &lt; 0</source>
        <translation>편향 &lt; 0</translation>
    </message>
    <message>
        <source>the {drawn:,} strongest of {total:,} weights are drawn</source>
        <translation>가중치 {total:,}개 중 가장 강한 {drawn:,}개만 그렸습니다</translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights are drawn</source>
        <translation>가중치 {total:,}개 중 {drawn:,}개만 그렸습니다</translation>
    </message>
    <message>
        <source>{drawn:,} of {total:,} weights</source>
        <translation>가중치 {total:,}개 중 {drawn:,}개</translation>
    </message>
    <message>
        <source>{description}
{formula}</source>
        <translation>{description}
{formula}</translation>
    </message>
    <message>
        <source>output {name}</source>
        <translation>출력 {name}</translation>
    </message>
    <message>
        <source>neuron {unit} of layer {layer}</source>
        <translation>{layer}층 뉴런 {unit}</translation>
    </message>
    <message>
        <source>{count} neurons in all</source>
        <translation>뉴런 모두 {count}개</translation>
    </message>
    <message>
        <source>click to see others</source>
        <translation>클릭하면 다른 뉴런 보기</translation>
    </message>
    <message>
        <source>Feature {name}</source>
        <translation>특성 {name}</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값의 범위</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{sizes}, epoch {epoch}</source>
        <translation>{sizes}, 에포크 {epoch}</translation>
    </message>
    <message>
        <source>Layer {number}</source>
        <translation>{number}층</translation>
    </message>
    <message>
        <source>{units} × {activation}</source>
        <translation>{units} × {activation}</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>Arrow keys move among the neurons, Enter edits the one selected.</source>
        <translation>방향키로 뉴런 사이를 옮겨 다니고, Enter로 고른 뉴런을 편집합니다.</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>Test data</source>
        <translation>테스트 데이터</translation>
    </message>
    <message>
        <source>Draw the test examples too, as hollow markers.</source>
        <translation>테스트 예제도 속이 빈 표식으로 그립니다.</translation>
    </message>
    <message>
        <source>Discretize</source>
        <translation>이산화</translation>
    </message>
    <message>
        <source>Show decisions or steps instead of a continuous output.</source>
        <translation>연속된 출력 대신 판정이나 단계를 보입니다.</translation>
    </message>
    <message>
        <source>Automatic range</source>
        <translation>자동 범위</translation>
    </message>
    <message>
        <source>Show the whole range again and keep following it.</source>
        <translation>전체 범위를 다시 보이고 계속 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>Most likely class</source>
        <translation>가장 가능성이 큰 부류</translation>
    </message>
    <message>
        <source>{} against {}</source>
        <translation>{1}에 따른 {0}</translation>
    </message>
    <message>
        <source>Output and decision boundary</source>
        <translation>출력과 결정 경계</translation>
    </message>
    <message>
        <source>Output {}</source>
        <translation>출력 {}</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Feature {}</source>
        <translation>특성 {}</translation>
    </message>
    <message>
        <source>Output {} ({})</source>
        <translation>출력 {} ({})</translation>
    </message>
    <message>
        <source>Neuron {unit} of layer {layer} ({activation})</source>
        <translation>{layer}층 뉴런 {unit} ({activation})</translation>
    </message>
    <message>
        <source>1 more input at its mean</source>
        <translation>나머지 입력 1개는 평균값</translation>
    </message>
    <message>
        <source>{:,} more inputs at their mean</source>
        <translation>나머지 입력 {:,}개는 평균값</translation>
    </message>
    <message>
        <source>{:,} of {:,} points</source>
        <translation>점 {1:,}개 중 {0:,}개</translation>
    </message>
    <message>
        <source>Output plot</source>
        <translation>출력 그래프</translation>
    </message>
    <message>
        <source>Wheel or drag to zoom and move, double click to show everything again.</source>
        <translation>휠이나 끌기로 확대하고 옮기며, 두 번 클릭하면 다시 전체를 보입니다.</translation>
    </message>
    <message>
        <source>Nothing computed yet: the map appears with the first frame.</source>
        <translation>아직 계산한 것이 없습니다. 첫 화면과 함께 지도가 나타납니다.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>보이는 것</translation>
    </message>
    <message>
        <source>Note on the plot</source>
        <translation>그래프에 대한 설명</translation>
    </message>
    <message>
        <source>Value under the mouse</source>
        <translation>마우스가 가리키는 값</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Which of the outputs is drawn.</source>
        <translation>어느 출력을 그릴지 고릅니다.</translation>
    </message>
</context>
<context>
    <name>PanelGroup</name>
    <message>
        <source>Fold or unfold this group.</source>
        <translation>이 묶음을 접거나 펼칩니다.</translation>
    </message>
</context>
<context>
    <name>ParameterField</name>
    <message>
        <source>Type a number; Enter sets it, Esc leaves it, the arrow keys step by 0.1.</source>
        <translation>수를 입력하세요. Enter는 적용, Esc는 취소이며 방향키로 0.1씩 바꿉니다.</translation>
    </message>
    <message>
        <source>Not a number: type one such as 0.5, -2 or 1e-3.</source>
        <translation>수가 아닙니다. 0.5, -2, 1e-3처럼 입력하세요.</translation>
    </message>
    <message>
        <source>Too large: {largest:.2g} at most.</source>
        <translation>너무 큽니다. {largest:.2g}까지 됩니다.</translation>
    </message>
</context>
<context>
    <name>ProblemNote</name>
    <message>
        <source>Problem</source>
        <translation>문제점</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Color scale</source>
        <translation>색 눈금</translation>
    </message>
    <message>
        <source>Which color stands for which value.</source>
        <translation>어떤 색이 어떤 값인지 보입니다.</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>새 가중치</translation>
    </message>
    <message>
        <source>Draw other initial weights and start training over.</source>
        <translation>초기 가중치를 다시 뽑고 학습을 처음부터 시작합니다.</translation>
    </message>
    <message>
        <source>Needs outputs from {low} to {high}: not with {activation}.</source>
        <translation>출력이 {low}부터 {high}까지여야 합니다. 출력 활성화 함수가 {activation}일 때는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Needs one output for each class, as softmax has.</source>
        <translation>소프트맥스처럼 부류마다 출력이 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>Gives the probabilities of classes; these data are numbers to predict.</source>
        <translation>부류의 확률을 내보냅니다. 이 데이터는 수를 예측하는 문제입니다.</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>running</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>{} updates/s</source>
        <translation>{} 업데이트/초</translation>
    </message>
    <message>
        <source>Updates of the weights in a second; one update uses one mini-batch.</source>
        <translation>1초 동안 가중치를 업데이트한 횟수입니다. 업데이트 한 번에 미니배치 하나를 씁니다.</translation>
    </message>
    <message>
        <source>{} frames/s</source>
        <translation>{} 프레임/초</translation>
    </message>
    <message>
        <source>Pictures of the training shown in a second.</source>
        <translation>1초 동안 보여 준 학습 화면의 수입니다.</translation>
    </message>
    <message>
        <source>|gradient| {}</source>
        <translation>|∇| {}</translation>
    </message>
    <message>
        <source>The norm of the gradient over the whole network, at the last update.</source>
        <translation>마지막 업데이트에서 신경망 전체 그래디언트의 노름입니다.</translation>
    </message>
    <message>
        <source>cost {}</source>
        <translation>비용 {}</translation>
    </message>
    <message>
        <source>The cost on the training data / on the test data.</source>
        <translation>학습 데이터의 비용 / 테스트 데이터의 비용입니다.</translation>
    </message>
    <message>
        <source>accuracy {}</source>
        <translation>정확도 {}</translation>
    </message>
    <message>
        <source>The share of right answers on the training data / on the test data.</source>
        <translation>바르게 답한 비율입니다. 학습 데이터 / 테스트 데이터 순입니다.</translation>
    </message>
    <message>
        <source>State of the training</source>
        <translation>학습 상태</translation>
    </message>
    <message>
        <source>What the training is doing.</source>
        <translation>지금 학습이 어떤 상태인지 나타냅니다.</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>마지막 메시지</translation>
    </message>
</context>
<context>
    <name>TrainingToolBar</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Epoch and update</source>
        <translation>에포크와 업데이트</translation>
    </message>
    <message>
        <source>How many times training went through the examples, and updates made</source>
        <translation>학습이 모든 예제를 거친 횟수와 업데이트한 횟수입니다</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How fast training goes while it runs</source>
        <translation>학습을 진행하는 빠르기입니다</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Open a ready-made experiment</source>
        <translation>준비된 실험을 엽니다</translation>
    </message>
    <message>
        <source>Own experiment</source>
        <translation>내 실험</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Epoch {epoch} · update {update}</source>
        <translation>에포크 {epoch} · 업데이트 {update}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an experiment, trained weights or a table of data</source>
        <translation>실험, 학습한 가중치 또는 데이터 표를 엽니다</translation>
    </message>
    <message>
        <source>Restore &amp;last session</source>
        <translation>지난 세션 복원(&amp;L)</translation>
    </message>
    <message>
        <source>Open the network as it was when the window was last closed</source>
        <translation>창을 마지막으로 닫았을 때의 신경망을 엽니다</translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation>실험 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save data, network and training settings, without the weights</source>
        <translation>데이터, 신경망, 학습 설정을 가중치 없이 저장합니다</translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation>다른 이름으로 실험 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the experiment under another name</source>
        <translation>실험을 다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation>가중치 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the trained weights to an .npz file that plain numpy can read</source>
        <translation>학습한 가중치를 numpy만으로 읽을 수 있는 .npz 파일로 씁니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창을 닫습니다</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change, step or run back</source>
        <translation>마지막 변경, 단계 또는 학습을 되돌립니다</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Repeat what was taken back</source>
        <translation>되돌린 것을 다시 합니다</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>학습 시작(&amp;R)</translation>
    </message>
    <message>
        <source>Train until paused</source>
        <translation>일시 정지할 때까지 학습합니다</translation>
    </message>
    <message>
        <source>Step one &amp;batch</source>
        <translation>배치 하나 학습(&amp;B)</translation>
    </message>
    <message>
        <source>Make one update, from one mini-batch</source>
        <translation>미니배치 하나로 한 번 업데이트합니다</translation>
    </message>
    <message>
        <source>Step one &amp;epoch</source>
        <translation>에포크 하나 학습(&amp;E)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch: once through all training examples</source>
        <translation>에포크 끝까지, 곧 모든 학습 예제를 한 번 거칠 때까지 학습합니다</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>처음으로 되돌리기(&amp;T)</translation>
    </message>
    <message>
        <source>Go back to the same initial weights and to epoch 0</source>
        <translation>같은 초기 가중치와 에포크 0으로 되돌아갑니다</translation>
    </message>
    <message>
        <source>New &amp;weights</source>
        <translation>새 가중치(&amp;W)</translation>
    </message>
    <message>
        <source>Begin again with other random weights</source>
        <translation>다른 무작위 가중치로 다시 시작합니다</translation>
    </message>
    <message>
        <source>New &amp;sample</source>
        <translation>새 표본(&amp;S)</translation>
    </message>
    <message>
        <source>Draw other examples of the same kind; the weights stay</source>
        <translation>같은 종류의 예제를 다시 뽑으며, 가중치는 그대로 둡니다</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>어두운 테마(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>어두운 바탕에 밝은 글자로 보입니다</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the whole screen, for projecting in class</source>
        <translation>수업에서 비출 수 있게 화면을 가득 채웁니다</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>모든 단축키와 하는 일을 보입니다</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>정보(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>이 프로그램을 소개합니다</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Backpropagation Playground</source>
        <translation>Backpropagation Playground</translation>
    </message>
    <message>
        <source>Version {version}. See a neural network learn: edit it, train it live, and look at every weight and gradient. Free software under the MIT license.</source>
        <translation>버전 {version}. 신경망이 배우는 모습을 봅니다. 신경망을 고치고, 바로 학습시키며, 모든 가중치와 그래디언트를 들여다봅니다. MIT 라이선스를 따르는 자유 소프트웨어입니다.</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>A change rebuilds the first layer.</source>
        <translation>바꾸면 첫 층을 새로 만듭니다.</translation>
    </message>
    <message>
        <source>A change rebuilds the layers beside it.</source>
        <translation>바꾸면 양옆의 층을 새로 만듭니다.</translation>
    </message>
    <message>
        <source>A change draws new weights; Undo brings the old ones back.</source>
        <translation>바꾸면 가중치를 새로 뽑습니다. 실행을 취소하면 이전 가중치로 돌아갑니다.</translation>
    </message>
    <message>
        <source>A change rebuilds the network in the other precision.</source>
        <translation>바꾸면 신경망을 다른 정밀도로 새로 만듭니다.</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>범위는 {low} ~ {high}입니다.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>예제 수</translation>
    </message>
    <message>
        <source>How many examples are drawn, training and test examples together.</source>
        <translation>학습 예제와 테스트 예제를 더해 몇 개를 뽑을지 정합니다.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>How far the points are moved at random from where they belong.</source>
        <translation>점을 제자리에서 무작위로 얼마나 옮길지 정합니다.</translation>
    </message>
    <message>
        <source>Training share</source>
        <translation>학습 예제 비율</translation>
    </message>
    <message>
        <source>The share of the examples to learn from; the others test what was learned.</source>
        <translation>학습에 쓸 예제의 비율입니다. 나머지로 배운 것을 시험합니다.</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>데이터 시드</translation>
    </message>
    <message>
        <source>The number the random examples start from: the same seed draws the same examples.</source>
        <translation>예제를 무작위로 뽑을 때 출발점이 되는 수입니다. 시드가 같으면 같은 예제가 나옵니다.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특성</translation>
    </message>
    <message>
        <source>What the network sees of an example: formulas in the inputs x1, x2 and so on.</source>
        <translation>신경망이 예제에서 보는 것입니다. 입력 x1, x2 등으로 만든 수식입니다.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>The layers between the features and the output, in order.</source>
        <translation>특성과 출력 사이의 층을 차례대로 나열합니다.</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>How many neurons this layer has.</source>
        <translation>이 층에 뉴런이 몇 개 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>The function that each neuron of this layer applies to its weighted sum.</source>
        <translation>이 층의 뉴런이 저마다 가중합에 적용하는 함수입니다.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Passes its input on unchanged: the output layer of a regression.</source>
        <translation>입력을 그대로 내보냅니다. 회귀의 출력층에 씁니다.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Squeezes any number into 0 … 1: a probability on the output layer.</source>
        <translation>어떤 수든 0 … 1 사이로 눌러 담습니다. 출력층에서는 확률이 됩니다.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Squeezes any number into −1 … 1, symmetric around zero.</source>
        <translation>어떤 수든 −1 … 1 사이로 눌러 담으며, 0을 중심으로 대칭입니다.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Passes positive numbers on and blocks negative ones.</source>
        <translation>양수는 그대로 통과시키고 음수는 막습니다.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>A ReLU that lets a hundredth of a negative number through, so that no unit dies.</source>
        <translation>음수도 100분의 1은 통과시켜 뉴런이 죽지 않게 하는 ReLU입니다.</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Like ReLU above zero; below, it bends smoothly towards −1.</source>
        <translation>0보다 크면 ReLU와 같고, 0보다 작으면 −1을 향해 부드럽게 휩니다.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A ReLU with its corner rounded off.</source>
        <translation>꺾인 모서리를 둥글게 다듬은 ReLU입니다.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Weights its input by how large it is among normal numbers: used in many language models.</source>
        <translation>정규분포에서 입력이 얼마나 큰 편인지를 입력에 곱합니다. 여러 언어 모델에 쓰입니다.</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Its input times the sigmoid of its input: smooth, with a small dip below zero.</source>
        <translation>입력에 그 입력의 시그모이드를 곱합니다. 부드럽고, 0 아래에서 살짝 파입니다.</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Waves: fits periodic functions with few units, and is hard to train elsewhere.</source>
        <translation>물결 모양입니다. 주기 함수는 적은 뉴런으로 맞추지만, 그 밖에는 학습하기 어렵습니다.</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>출력 활성화 함수</translation>
    </message>
    <message>
        <source>The function of the last layer: it decides which values the network can answer with.</source>
        <translation>마지막 층의 함수입니다. 신경망이 어떤 값으로 답할 수 있는지를 정합니다.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Turns the outputs into probabilities that add up to one: several classes.</source>
        <translation>출력을 합이 1인 확률로 바꿉니다. 부류가 여럿일 때 씁니다.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>초기 가중치</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first update.</source>
        <translation>첫 업데이트 전에 가중치를 뽑는 방법입니다.</translation>
    </message>
    <message>
        <source>Xavier (uniform)</source>
        <translation>Xavier (균등분포)</translation>
    </message>
    <message>
        <source>Keeps signals and gradients at one size through sigmoid and tanh layers.</source>
        <translation>시그모이드와 tanh 층을 지나도 신호와 그래디언트의 크기를 유지합니다.</translation>
    </message>
    <message>
        <source>He (normal)</source>
        <translation>He (정규분포)</translation>
    </message>
    <message>
        <source>Made for ReLU layers, which pass on half of what they get.</source>
        <translation>받은 신호의 절반만 내보내는 ReLU 층에 맞춘 방법입니다.</translation>
    </message>
    <message>
        <source>LeCun (uniform)</source>
        <translation>LeCun (균등분포)</translation>
    </message>
    <message>
        <source>Gives every unit inputs of variance one, from a uniform distribution.</source>
        <translation>균등분포에서 뽑아, 모든 뉴런에 들어오는 입력의 분산이 1이 되게 합니다.</translation>
    </message>
    <message>
        <source>Normal / √n</source>
        <translation>정규분포 / √n</translation>
    </message>
    <message>
        <source>Standard normal numbers divided by the square root of the number of inputs.</source>
        <translation>표준정규분포에서 뽑은 수를 입력 개수의 제곱근으로 나눕니다.</translation>
    </message>
    <message>
        <source>Standard normal</source>
        <translation>표준정규분포</translation>
    </message>
    <message>
        <source>Standard normal weights and biases: lively for small sigmoid networks, too large for deep ones.</source>
        <translation>가중치와 편향을 표준정규분포에서 뽑습니다. 작은 시그모이드 신경망에는 활기를 주지만, 깊은 신경망에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>0.01 · normal</source>
        <translation>0.01 · 정규분포</translation>
    </message>
    <message>
        <source>Tiny weights: a common first idea, and a bad one for deep networks.</source>
        <translation>아주 작은 가중치입니다. 흔히 처음 떠올리는 방법이지만 깊은 신경망에는 좋지 않습니다.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>All units of a layer stay the same for ever: shows why weights must begin different.</source>
        <translation>한 층의 뉴런이 언제까지나 똑같습니다. 가중치가 서로 달라야 하는 까닭을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The number the random weights and the shuffling start from: the same seed trains the same way.</source>
        <translation>가중치를 뽑고 예제를 섞을 때 출발점이 되는 수입니다. 시드가 같으면 학습도 똑같이 진행됩니다.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>How many digits every number of the network is kept with.</source>
        <translation>신경망의 모든 수를 몇 자리까지 담을지 정합니다.</translation>
    </message>
    <message>
        <source>Double precision</source>
        <translation>배정밀도</translation>
    </message>
    <message>
        <source>About 16 decimal digits in 8 bytes: exact gradient checks.</source>
        <translation>8바이트에 십진수 약 16자리를 담습니다. 그래디언트를 정확하게 검사할 수 있습니다.</translation>
    </message>
    <message>
        <source>Single precision</source>
        <translation>단정밀도</translation>
    </message>
    <message>
        <source>About 7 decimal digits in 4 bytes: what graphics cards use.</source>
        <translation>4바이트에 십진수 약 7자리를 담습니다. 그래픽 카드가 쓰는 방식입니다.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용 함수</translation>
    </message>
    <message>
        <source>What training makes small: how far the outputs are from the targets.</source>
        <translation>학습이 줄이려는 값입니다. 출력이 목푯값에서 얼마나 먼지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>제곱 오차</translation>
    </message>
    <message>
        <source>The mean squared distance between output and target.</source>
        <translation>출력과 목푯값 사이 거리의 제곱을 평균한 값입니다.</translation>
    </message>
    <message>
        <source>Half squared error</source>
        <translation>½ 제곱 오차</translation>
    </message>
    <message>
        <source>Half the mean squared distance, so that its derivative is just the difference.</source>
        <translation>거리의 제곱을 평균한 값의 절반입니다. 미분하면 출력과 목푯값의 차이만 남습니다.</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>How surprised the predicted probability of yes is by the answer, yes or no.</source>
        <translation>예측한 ‘예’의 확률에 비추어 실제 답(예 또는 아니요)이 얼마나 뜻밖인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>How surprised the predicted class probabilities are by the true class.</source>
        <translation>예측한 부류별 확률에 비추어 실제 부류가 얼마나 뜻밖인지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>절대 오차</translation>
    </message>
    <message>
        <source>The mean absolute difference: outliers pull no harder than anyone.</source>
        <translation>차이의 절댓값을 평균한 값입니다. 이상값이라고 더 세게 끌어당기지 않습니다.</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>후버</translation>
    </message>
    <message>
        <source>Squared for small errors, absolute for large ones.</source>
        <translation>작은 오차에는 제곱을, 큰 오차에는 절댓값을 씁니다.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>The rule that turns a gradient into a step.</source>
        <translation>그래디언트로 한 걸음을 정하는 규칙입니다.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Steps straight down the slope of the mini-batch.</source>
        <translation>미니배치에서 구한 기울기를 따라 곧장 내려갑니다.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>A ball that keeps nine tenths of its speed: rolls through small bumps.</source>
        <translation>속도의 9할을 유지하며 구르는 공과 같습니다. 작은 요철은 그냥 지나갑니다.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>Momentum that looks a step ahead before it turns.</source>
        <translation>한 걸음 앞을 내다보고 방향을 바꾸는 모멘텀입니다.</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Divides each gradient by its recent size, so that all weights move at a similar pace.</source>
        <translation>그래디언트를 저마다 최근의 크기로 나누어, 모든 가중치가 비슷한 빠르기로 움직이게 합니다.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Momentum and RMSProp together, corrected for their slow start.</source>
        <translation>모멘텀과 RMSProp을 합치고, 느린 출발을 보정했습니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far one update moves the weights along the gradient: too small is slow, too large diverges.</source>
        <translation>업데이트 한 번에 가중치를 그래디언트를 따라 얼마나 옮길지 정합니다. 너무 작으면 느리고, 너무 크면 발산합니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>How many examples one update looks at.</source>
        <translation>업데이트 한 번에 예제를 몇 개 볼지 정합니다.</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero by the same amount, so that many become exactly zero.</source>
        <translation>모든 가중치를 같은 크기로 0 쪽으로 당깁니다. 그래서 많은 가중치가 정확히 0이 됩니다.</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero in proportion to its size, so that none becomes very large.</source>
        <translation>모든 가중치를 그 크기에 비례해 0 쪽으로 당깁니다. 그래서 아주 큰 가중치가 생기지 않습니다.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>How many times training from the command line goes through all the training examples.</source>
        <translation>명령줄에서 학습할 때 모든 학습 예제를 몇 번 거칠지 정합니다.</translation>
    </message>
    <message>
        <source>XOR truth table</source>
        <translation>XOR 진리표</translation>
    </message>
    <message>
        <source>The four rows of the truth table of exclusive or: 1 when exactly one input is 1.</source>
        <translation>배타적 논리합 진리표의 네 줄입니다. 입력 가운데 하나만 1일 때 1입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the square&apos;s side.</source>
        <translation>점이 움직이는 거리의 표준편차를 정사각형 한 변의 길이에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>XOR quadrants</source>
        <translation>XOR 사분면</translation>
    </message>
    <message>
        <source>Two classes in opposite quadrants: class 1 where the signs of the inputs differ.</source>
        <translation>마주 보는 사분면끼리 같은 부류입니다. 두 입력의 부호가 다르면 부류 1입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the figure&apos;s half-width.</source>
        <translation>점이 움직이는 거리의 표준편차를 도형 너비의 절반에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>원과 고리</translation>
    </message>
    <message>
        <source>A disc of class 1 surrounded by a ring of class 0.</source>
        <translation>부류 1인 원판을 부류 0인 고리가 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the ring&apos;s radius.</source>
        <translation>점이 움직이는 거리의 표준편차를 고리의 반지름에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>두 점구름</translation>
    </message>
    <message>
        <source>Two normal clouds of points that a straight line separates.</source>
        <translation>정규분포를 따르는 두 점구름으로, 직선 하나로 나뉩니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the distance between the clouds.</source>
        <translation>점이 움직이는 거리의 표준편차를 두 점구름 사이의 거리에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Two spiral arms wound into each other, the hardest of the classic problems in the plane.</source>
        <translation>서로 감긴 두 나선으로, 평면의 고전적인 문제 가운데 가장 어렵습니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the gap between the arms.</source>
        <translation>점이 움직이는 거리의 표준편차를 나선 사이의 간격에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other without touching.</source>
        <translation>서로 맞물리지만 닿지 않는 두 반원입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the half circles&apos; radius.</source>
        <translation>점이 움직이는 거리의 표준편차를 반원의 반지름에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Three spirals</source>
        <translation>세 나선</translation>
    </message>
    <message>
        <source>Three spiral arms, one class each.</source>
        <translation>세 나선이 저마다 한 부류입니다.</translation>
    </message>
    <message>
        <source>Four clouds</source>
        <translation>네 점구름</translation>
    </message>
    <message>
        <source>Four normal clouds of points, one class each.</source>
        <translation>정규분포를 따르는 네 점구름이 저마다 한 부류입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the distance between neighbours.</source>
        <translation>점이 움직이는 거리의 표준편차를 이웃한 점구름 사이의 거리에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>A value that grows evenly along the diagonal: one linear neuron can learn it.</source>
        <translation>대각선을 따라 고르게 커지는 값입니다. 선형 뉴런 하나로도 배울 수 있습니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the largest value.</source>
        <translation>값이 움직이는 크기의 표준편차를 가장 큰 값에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>언덕</translation>
    </message>
    <message>
        <source>Six hills and hollows over the plane.</source>
        <translation>평면 위의 언덕과 웅덩이 여섯 개입니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of a bump&apos;s height.</source>
        <translation>값이 움직이는 크기의 표준편차를 언덕의 높이에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>A sine wave of nearly two periods: a curve to fit from one input.</source>
        <translation>두 주기에 가까운 사인 곡선입니다. 입력 하나로 곡선을 맞춥니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each value&apos;s move, as a fraction of the amplitude.</source>
        <translation>값이 움직이는 크기의 표준편차를 진폭에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>하트</translation>
    </message>
    <message>
        <source>One parameter in, a point of a heart-shaped curve out: the network learns to draw it.</source>
        <translation>매개변수 하나를 넣으면 하트 곡선의 점 하나가 나옵니다. 신경망이 그리는 법을 배웁니다.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s move, as a fraction of the heart&apos;s half-width.</source>
        <translation>점이 움직이는 거리의 표준편차를 하트 너비의 절반에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>The first input itself.</source>
        <translation>첫째 입력 그 자체입니다.</translation>
    </message>
    <message>
        <source>The second input itself.</source>
        <translation>둘째 입력 그 자체입니다.</translation>
    </message>
    <message>
        <source>The square of the first input: bends a boundary across it.</source>
        <translation>첫째 입력의 제곱입니다. 그 방향으로 경계를 휘게 합니다.</translation>
    </message>
    <message>
        <source>The square of the second input: bends a boundary across it.</source>
        <translation>둘째 입력의 제곱입니다. 그 방향으로 경계를 휘게 합니다.</translation>
    </message>
    <message>
        <source>The product: positive where both inputs have the same sign.</source>
        <translation>두 입력의 곱입니다. 부호가 같으면 양수입니다.</translation>
    </message>
    <message>
        <source>A wave along the first input.</source>
        <translation>첫째 입력을 따라 물결칩니다.</translation>
    </message>
    <message>
        <source>A wave along the second input.</source>
        <translation>둘째 입력을 따라 물결칩니다.</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>최대한 빠르게</translation>
    </message>
    <message>
        <source>30 epochs / s</source>
        <translation>초당 30에포크</translation>
    </message>
    <message>
        <source>5 epochs / s</source>
        <translation>초당 5에포크</translation>
    </message>
    <message>
        <source>1 epoch / s</source>
        <translation>초당 1에포크</translation>
    </message>
    <message>
        <source>10 updates / s</source>
        <translation>초당 10업데이트</translation>
    </message>
    <message>
        <source>2 updates / s</source>
        <translation>초당 2업데이트</translation>
    </message>
</context>
<context>
    <name>workspaces</name>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
</context>
</TS>
